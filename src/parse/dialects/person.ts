/** Words of titles that begin with a capital and end a name before them. */
const other = 'Press|News|Media|Briefing|Conference|En|Aboard|Previewing|On|And|In|At|Holds|Hosts';

/** A person's name of two or three words as English titles print it, without a group. */
export const person = String.raw`[A-Z][\p{L}’']+(?: [A-Z]\.)?(?:[ \u00a0-](?!(?:${other})\b)[A-Z][\p{L}’']+){1,2}`;
