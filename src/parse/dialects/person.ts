/** Words of titles that begin with a capital and end a name before them. */
const behind =
  'Press|News|Media|Briefing|Conference|Regular|En|Aboard|Previewing|On|And|In|At|Holds?|Hosts?';
/** Posts and departments that may stand between another post and the name. */
const before =
  'Advisor|Ambassador|Coordinator|Director|Administrator|Secretary|Deputy|Senior|Team|Chair|Minister|Spokes(?:man|woman|person)|Council|Communications|Affairs|Security|Services|Policy|Response|Rear';
const word = String.raw`\p{Lu}\p{L}{1,20}(?:[’']\p{Lu}\p{L}{1,20})?`;

/** A person's name of two or three words as English titles print it, without a group. */
export const person = String.raw`(?!(?:${before})\b)${word}(?: [A-Z]\.)?(?:[ \u00a0-](?!(?:${behind})\b)${word}){1,2}`;
