import type { ProfileInput } from '../../model/profile.ts';
import { americanCaps } from './american-caps.ts';
import { boldQuestion } from './bold-question.ts';
import { chineseBracket } from './chinese-bracket.ts';
import { chineseColon } from './chinese-colon.ts';
import { englishColon } from './english-colon.ts';
import { europeanDash } from './european-dash.ts';
import { fedCapsDot } from './fed-caps-dot.ts';
import { germanColon } from './german-colon.ts';
import { japaneseBracket } from './japanese-bracket.ts';
import { koreanAngle } from './korean-angle.ts';
import { russianColon } from './russian-colon.ts';
import { spanishCaps } from './spanish-caps.ts';
import { timestamp } from './timestamp.ts';
import { whiteHouse } from './white-house.ts';

/** The languages that a dialect's markers are words of, where they are of one; by the first part of a BCP 47 tag. */
export const languagesOf: Record<string, string[]> = {
  'european-dash': ['es', 'fr', 'ca', 'gl', 'pt'],
  'german-colon': ['de'],
  'russian-colon': ['ru', 'be', 'uk', 'kk'],
  'spanish-caps': ['es'],
};

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
  'german-colon': germanColon,
  'japanese-bracket': japaneseBracket,
  'korean-angle': koreanAngle,
  'russian-colon': russianColon,
  'spanish-caps': spanishCaps,
  timestamp,
  'white-house': whiteHouse,
};
