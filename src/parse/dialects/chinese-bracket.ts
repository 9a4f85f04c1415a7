import type { ProfileInput } from '../../model/profile.ts';
import { chinese } from './chinese.ts';

/**
 * 【CNBC记者】：…, ▲【X】…, [高虎城]…: the label in brackets, with or without a colon behind it.
 *
 * Ministry of Commerce, National People's Congress, live texts of the State Council Information Office.
 * Class S from excerpts, no whole page seen: that officials share an answer is a hypothesis.
 */
export const chineseBracket = {
  ...chinese,
  shapes: ['lenticular', 'bracket', 'colon'],
} satisfies ProfileInput;
