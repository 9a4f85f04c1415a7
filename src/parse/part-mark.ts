import { ordinalOf } from './ordinal.ts';
import type { Passage, Spot } from './passage.ts';
import { answersTheAsker, shared, subjectOf } from './subject.ts';

/** Where a passage begins to speak to a part, counted from 1; `last` stands for the last one. */
export interface PartMark extends Spot {
  n: number | 'last';
}

/** Numbers at the start of a clause of a question: 第一，… 第二，… */
export function marksOfQuestion(asked: Passage[], patterns: RegExp[]): PartMark[] {
  return marksOf(asked, patterns, opensClause, conjunctionStart);
}

/** Sentences of an answer that name a number, from where the sentence begins: 我先回答第二个问题。 */
export function marksOfAnswer(answered: Passage[], patterns: RegExp[]): PartMark[] {
  return marksOf(answered, patterns, opensSentence, sentenceStart);
}

/**
 * Paragraphs of an answer that begin with 关于X and share words of X with one question more than with
 * any other. `questions` holds the words of each part's question.
 */
export function marksBySubject(answered: Passage[], questions: string[]): PartMark[] {
  return answered.flatMap(({ text }, passage): PartMark[] => {
    const subject = subjectOf(text);
    if (subject === null) return [];
    const shares = questions.map((question) => shared(subject, question));
    const most = Math.max(...shares);
    const enough = subject.length <= 3 ? 1 : 2;
    const first = shares.indexOf(most);
    return most >= enough && first === shares.lastIndexOf(most)
      ? [{ passage, at: 0, n: first + 1 }]
      : [];
  });
}

/**
 * Where of two questions one is answered in words of its own and the other under 关于你提到的X, X being
 * another word for it: the paragraph speaks to the question that those before it share fewer words with.
 */
export function marksByRemainder(answered: Passage[], questions: string[]): PartMark[] {
  const [first, second, ...more] = questions;
  const at = answered.findIndex(({ text }) => answersTheAsker(text));
  if (first === undefined || second === undefined || more.length > 0 || at < 1) return [];
  const before = answered.slice(0, at).map(({ text }) => text);
  const [toFirst, toSecond] = [first, second].map((question) =>
    before.reduce((sum, text) => sum + shared(text, question), 0),
  );
  if (toFirst === undefined || toSecond === undefined || toFirst === toSecond) return [];
  return [{ passage: at, at: 0, n: toFirst > toSecond ? 2 : 1 }];
}

function marksOf(
  passages: Passage[],
  patterns: RegExp[],
  stands: (text: string, at: number) => boolean,
  start: (text: string, at: number) => number,
): PartMark[] {
  const marks = passages.flatMap(({ text }, passage) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((found) => {
        const n = found.groups?.last === undefined ? ordinalOf(found.groups?.n ?? '') : 'last';
        const at = found.index + leadLength(found[0]);
        return n === null || !stands(text, at)
          ? []
          : [{ passage, at: start(text, at), n } satisfies PartMark];
      }),
    ),
  );
  marks.sort((a, b) => a.passage - b.passage || a.at - b.at);
  return marks.filter((mark, index) => !isAgain(mark, marks[index - 1]));
}

/** Two patterns may find one number; they are at most 4 characters apart. */
const isAgain = (mark: PartMark, before: PartMark | undefined): boolean =>
  before?.passage === mark.passage && mark.at - before.at <= 4 && before.n === mark.n;

/** Where the sentence of an offset begins, if that is close. */
function sentenceStart(text: string, at: number): number {
  const lead = /[^。？！；.?!;—]{0,14}$/u.exec(text.slice(Math.max(0, at - 15), at))?.[0] ?? '';
  const start = at - lead.length;
  const whole = start === 0 || /[。？！；.?!;—]/u.test(text[start - 1] ?? '');
  return whole && /^\s*(?:我|先|首先|再|那么|And|So|Now|First|Then|I|Let|Well)/u.test(lead)
    ? start + (lead.length - lead.trimStart().length)
    : at;
}

/** Where the words that belong to a number begin: And my second question, 我的第二个问题. */
const conjunctionStart = (text: string, at: number): number =>
  at -
  (/(?:(?:And|But|So|and|but|so)\s+|我的)$/.exec(text.slice(Math.max(0, at - 5), at))?.[0].length ??
    0);

/** The end of the sentence before, where a pattern matches it too. */
const leadLength = (found: string): number => /^[。？！；：.?!—\s]*/u.exec(found)?.[0].length ?? 0;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 14), at).trimEnd();

/** At the start of a sentence or clause, so that a number inside one does not count. */
const opensClause = (text: string, at: number): boolean =>
  /(?:^|[。？！；：，、,.?!;:—]|[我你您](?:有|想问|的)?(?:[两三四几]个问题)?|(?:and|And|but|But|so|So))$/u.test(
    before(text, at),
  );

/** At the start of a sentence, or behind the few words that lead to it. */
const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[。？！；.?!;—])["”’]?(?:\s*(?:我|首先|先|再|然后|接下来|那么|And|So|Now|First|Then|I|I’ll|I'll|Let me|Well|[,，])?\s*){0,3}(?:来|要|想)?(?:先|再)?(?:来)?(?:回答|答复|说|谈|讲|回应)?(?:一下)?$/u.test(
    before(text, at),
  );
