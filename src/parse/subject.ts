/** Words that introduce a subject and words that any two subjects share. */
const lead = /^(?:关于|至于|对于|針對|针对|關於|對於|說到|说到|在)/u;

/** What the first clause of a paragraph is about: 关于春季贸易展，… is about 春季贸易展; null where it names no subject. */
export function subjectOf(paragraph: string): string | null {
  if (!lead.test(paragraph)) return null;
  const clause = /^[^，。？！：；,.]{3,24}/u.exec(paragraph)?.[0].replace(lead, '');
  return clause === undefined || /第[一二三四五六]/u.test(clause) ? null : clause;
}

/** How many of a subject's character pairs a text has too. */
export function shared(subject: string, text: string): number {
  const characters = [...subject].filter((character) =>
    /\p{Script=Han}|\p{L}|\p{N}/u.test(character),
  );
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.filter((pair) => text.includes(pair)).length;
}
