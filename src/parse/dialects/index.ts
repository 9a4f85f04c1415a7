import type { ProfileInput } from '../../model/profile.ts';
import { americanCaps } from './american-caps.ts';
import { boldQuestion } from './bold-question.ts';
import { chineseBracket } from './chinese-bracket.ts';
import { chineseColon } from './chinese-colon.ts';
import { englishColon } from './english-colon.ts';
import { europeanDash } from './european-dash.ts';
import { fedCapsDot } from './fed-caps-dot.ts';
import { japaneseBracket } from './japanese-bracket.ts';
import { koreanAngle } from './korean-angle.ts';
import { timestamp } from './timestamp.ts';
import { whiteHouse } from './white-house.ts';

/**
 * The ways in which institutions print who speaks, by the name a source gives as its `dialect`.
 *
 * Evidence in each one's comment: class S, its text was seen; class C, other projects' code says so;
 * class N, reported and not seen.
 */
export const dialects: Record<string, ProfileInput> = {
  'american-caps': americanCaps,
  'bold-question': boldQuestion,
  'chinese-bracket': chineseBracket,
  'chinese-colon': chineseColon,
  'english-colon': englishColon,
  'european-dash': europeanDash,
  'fed-caps-dot': fedCapsDot,
  'japanese-bracket': japaneseBracket,
  'korean-angle': koreanAngle,
  timestamp,
  'white-house': whiteHouse,
};
