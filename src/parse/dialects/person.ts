/** Words of titles that begin with a capital and end a name before them. */
const other =
  'Press|News|Media|Briefing|Conference|Regular|En|Aboard|Previewing|On|And|In|At|Holds|Hosts';
const word = String.raw`\p{Lu}\p{L}+(?:[’']\p{Lu}\p{L}+)?`;

/** A person's name of two or three words as English titles print it, without a group. */
export const person = String.raw`${word}(?: [A-Z]\.)?(?:[ \u00a0-](?!(?:${other})\b)${word}){1,2}`;
