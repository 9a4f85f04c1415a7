import type { ProfileInput } from '../../model/profile.ts';
import { chinese } from './chinese.ts';

/**
 * 新华社记者：… / 赵立坚：… and 问：… / 答：…, the label before a colon on the same line or on its own.
 *
 * Ministry of Foreign Affairs in all eras, its reprints on scio.gov.cn, National Defence, Taiwan Affairs
 * Office. Class S: seen on 801 pages of mfa.gov.cn (2020-09 to 2024-04) and the seed; National Defence and
 * Taiwan Affairs Office seen as excerpts only. A question is a bold paragraph on 7,405 of the 7,420 labelled
 * questions of mfa.gov.cn and an answer never is, so `bold` tells a question whose label was lost.
 */
export const chineseColon = { ...chinese, shapes: ['colon', 'bold'] } satisfies ProfileInput;
