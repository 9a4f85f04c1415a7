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
  roles: {
    ...chinese.roles,
    speaker: [
      ...chinese.roles.speaker,
      String.raw`^\p{Script=Han}{0,16}(?:发言人|總理|总理|部长|外长|主任|主席|局长|司长)(?!表示|指出|强调|答|回答|介绍|说|会见)(?<name>\p{Script=Han}{2,3})$`,
    ],
  },
} satisfies ProfileInput;
