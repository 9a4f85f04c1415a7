const lead =
  /^(?:关于|至于|对于|針對|针对|關於|對於|说到|說到|[你您](?:最后|还|刚才)?(?:提到|问到|問到))/u;

/** Words that refer to the question and say nothing of its subject. */
const reference =
  /[你您]|所|刚才|提到|提出|提的|问到|说的|讲的|有关|相关|问题|情况|关于|此次|这次|的/gu;

/** What the first clause of a paragraph is about: 关于你提到的春季贸易展，… is about 春季贸易展; null where it names no subject or a number. */
export function subjectOf(paragraph: string): string | null {
  if (!lead.test(paragraph)) return null;
  const clause = /^[^，。？！：；,]{3,30}/u.exec(paragraph)?.[0] ?? '';
  if (/第[一二三四五六]/u.test(clause)) return null;
  const subject = clause.replace(lead, '').replace(reference, '');
  return subject.length < 2 ? null : subject;
}

/** Whether a paragraph begins by speaking to something that the asker brought up: 关于你提到的个案，… */
export const answersTheAsker = (paragraph: string): boolean =>
  /^(?:关于|至于|对于|针对|關於|對於)[你您](?:刚才|所|还|最后)?(?:提到|提及|问到|問到|说到|问)/u.test(
    paragraph,
  ) && subjectOf(paragraph) !== null;

/** How many of a subject's character pairs a text has too. */
export function shared(subject: string, text: string): number {
  const characters = [...subject].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.filter((pair) => text.includes(pair)).length;
}
