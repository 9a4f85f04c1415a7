import type { Part, Span, Turn } from '../model/transcript.ts';
import { ordinalOf } from './ordinal.ts';
import type { Rules } from './rules.ts';
import { shared, subjectOf } from './subject.ts';

/** A paragraph of a turn with the indexes that a span names it by. */
interface Passage {
  turn: number;
  paragraph: number;
  text: string;
}

/** Where a passage begins to speak to a numbered part; `last` stands for the last one. */
interface Mark {
  passage: number;
  at: number;
  n: number | 'last';
}

/**
 * The sub-questions of an exchange, each with the spans that answer it; at least one.
 *
 * A question falls into parts where it numbers them and every number asks something. An answer is
 * divided where sentences refer to the numbers; what it does not divide answers all of them. Words
 * that lead in, before the first number, belong to no part.
 */
export function partsOf(turns: Turn[], rules: Rules): Part[] {
  const asked = passagesOf(turns, 'question');
  const answered = passagesOf(turns, 'answer');
  const answerMarks = marksOf(answered, rules.partOfAnswer, opensSentence);
  const questions = divideQuestion(asked, answerMarks, rules);
  if (questions.length < 2) return [{ id: 'a', question: spans(asked), answer: spans(answered) }];
  const answers =
    (answerMarks.length === 0 ? divideBySubject(answered, asked, questions) : null) ??
    divideAnswer(answered, answerMarks, questions.length);
  return questions.map((question, index) => ({
    id: letter(index),
    question,
    answer: answers[index] ?? [],
  }));
}

/**
 * Answers that name their subjects in place of numbers: paragraphs that begin with 关于X, one for each
 * part, each sharing words of X with one question only. Anything less is left undivided.
 */
function divideBySubject(
  answered: Passage[],
  asked: Passage[],
  questions: Span[][],
): Span[][] | null {
  const texts = questions.map((question) => question.map((span) => textOf(asked, span)).join(''));
  const marks = answered.flatMap(({ text }, passage): Mark[] => {
    const subject = subjectOf(text);
    if (subject === null) return [];
    const fitting = texts.flatMap((question, at) => (shared(subject, question) >= 2 ? [at] : []));
    const [only, ...others] = fitting;
    return only === undefined || others.length > 0 ? [] : [{ passage, at: 0, n: only + 1 }];
  });
  const numbers = new Set(marks.map(({ n }) => n));
  if (marks.length !== questions.length || numbers.size !== questions.length) return null;
  if (marks[0]?.passage !== 0) return null;
  const segments = segmentsOf(answered, marks);
  return questions.map((_, index) => segments[marks.findIndex(({ n }) => n === index + 1)] ?? []);
}

function divideQuestion(asked: Passage[], answerMarks: Mark[], rules: Rules): Span[][] {
  const marks = ascending(marksOf(asked, rules.partOfQuestion, opensClause));
  if (marks.length >= 2) {
    const segments = segmentsOf(asked, marks);
    if (segments.every((segment) => asks(asked, segment))) return segments;
  }
  const implied = withImpliedFirst(asked, marks);
  if (implied.length > 0) return implied;
  const answers = Math.max(0, ...answerMarks.map(({ n }) => (n === 'last' ? 0 : n)));
  const sentences = questionSentences(asked);
  return answers >= 2 && sentences.length === answers ? sentences : [];
}

/** `…？第二，…？`: the first part is not numbered, the second is. */
function withImpliedFirst(asked: Passage[], marks: Mark[]): Span[][] {
  const first = marks[0];
  if (first?.n !== 2) return [];
  const segments = segmentsOf(asked, [{ passage: 0, at: 0, n: 1 }, ...marks]);
  return segments.every((segment) => asks(asked, segment)) ? segments : [];
}

/** Marks numbered 1, 2, 3… in reading order; anything else numbers something else. */
function ascending(marks: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const next = kept.length + 1;
    if (mark.n === next || (mark.n === 'last' && kept.length > 0)) kept.push(mark);
    else if (kept.length === 0 && mark.n === 2) return [mark];
  }
  return kept;
}

function divideAnswer(answered: Passage[], marks: Mark[], parts: number): Span[][] {
  const numbered = marks.map((mark) => ({ ...mark, n: mark.n === 'last' ? parts : mark.n }));
  const known = numbered.filter(
    ({ n }, at) => n <= parts && numbered.findIndex((one) => one.n === n) === at,
  );
  const answers: Span[][] = Array.from({ length: parts }, () => []);
  if (known.length === 0) return answers.map(() => spans(answered));
  const segments = segmentsOf(answered, known);
  for (const [index, mark] of known.entries()) answers[mark.n - 1] = segments[index] ?? [];
  const [missing, ...more] = answers.flatMap((spans, at) => (spans.length === 0 ? [at] : []));
  const before = spansBefore(answered, known[0]);
  // With one number unsaid, what stands before the first mark can only speak to that one.
  if (missing !== undefined && more.length === 0 && before.length > 0) answers[missing] = before;
  return answers;
}

function passagesOf(turns: Turn[], kind: 'question' | 'answer'): Passage[] {
  return turns.flatMap((turn, index) =>
    turn.kind !== kind
      ? []
      : turn.children
          .filter((child) => child.type === 'paragraph')
          .map((child, paragraph) => ({ turn: index, paragraph, text: child.value })),
  );
}

function marksOf(
  passages: Passage[],
  patterns: RegExp[],
  stands: (text: string, at: number) => boolean,
): Mark[] {
  const marks = passages.flatMap(({ text }, passage) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((found) => {
        const n = found.groups?.last === undefined ? ordinalOf(found.groups?.n ?? '') : 'last';
        const at = found.index + leadLength(found[0]);
        if (n === null || !stands(text, at)) return [];
        return [{ passage, at: sentenceStart(text, at), n } satisfies Mark];
      }),
    ),
  );
  marks.sort((a, b) => a.passage - b.passage || a.at - b.at);
  return marks.filter((mark, at) => {
    const before = marks[at - 1];
    return (
      !before || before.passage !== mark.passage || mark.at - before.at > 4 || before.n !== mark.n
    );
  });
}

/** Where the sentence of an offset begins, if that is close: 我先回答第二个问题 begins with 我. */
function sentenceStart(text: string, at: number): number {
  const lead = /[^。？！；.?!;—]{0,14}$/u.exec(text.slice(0, at))?.[0] ?? '';
  const start = at - lead.length;
  const whole = start === 0 || /[。？！；.?!;—]/u.test(text[start - 1] ?? '');
  return whole && /^\s*(?:我|先|首先|再|那么|And|So|Now|First|Then|I|Let|Well)/u.test(lead)
    ? start + (lead.length - lead.trimStart().length)
    : at;
}

/** The end of the sentence before, where a pattern matches it too. */
const leadLength = (found: string): number => /^[。？！；：.?!—\s]*/u.exec(found)?.[0].length ?? 0;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 14), at).trimEnd();

/** At the start of a sentence or clause, so that a number inside one does not count. */
const opensClause = (text: string, at: number): boolean =>
  /(?:^|[。？！；：，、,.?!;:—]|[我你您](?:有|想问|的)?(?:[两三四几]个问题)?|(?:and|And|but|But|so|So))$/u.test(
    before(text, at),
  );

/** At the start of a sentence, or behind the few words that lead to it: 我先回答第二个问题。 */
const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[。？！；.?!;—])["”’]?(?:\s*(?:我|首先|先|再|然后|接下来|那么|And|So|Now|First|Then|I|I’ll|I'll|Let me|Well|[,，])?\s*){0,3}(?:来|要|想)?(?:先|再)?(?:来)?(?:回答|答复|说|谈|讲|回应)?(?:一下)?$/u.test(
    before(text, at),
  );

function segmentsOf(passages: Passage[], marks: Mark[]): Span[][] {
  return marks.map((mark, index) => between(passages, mark, marks[index + 1]));
}

/** Spans from a mark up to the next one, or to the end. */
function between(passages: Passage[], from: Pick<Mark, 'passage' | 'at'>, to?: Mark): Span[] {
  return passages.flatMap(({ turn, paragraph, text }, index) => {
    if (index < from.passage || (to && index > to.passage)) return [];
    const start = index === from.passage ? from.at : 0;
    const end = to && index === to.passage ? to.at : text.length;
    return end > start ? [{ turn, paragraph, start, end }] : [];
  });
}

const spansBefore = (passages: Passage[], mark: Mark | undefined): Span[] =>
  mark ? between(passages, { passage: 0, at: 0 }, mark) : [];

const spans = (passages: Passage[]): Span[] => between(passages, { passage: 0, at: 0 });

/** Each sentence that asks, with what leads to it, as a part. */
function questionSentences(asked: Passage[]): Span[][] {
  return asked.flatMap(({ turn, paragraph, text }) => {
    const ends = [...text.matchAll(/[？?]+["”’]?/gu)].map((found) => found.index + found[0].length);
    return ends.map((end, at) => [{ turn, paragraph, start: ends[at - 1] ?? 0, end }]);
  });
}

const asks = (passages: Passage[], segment: Span[]): boolean =>
  segment.some((span) => /[？?]|请(?:问|介绍|谈|证实)/u.test(textOf(passages, span)));

const textOf = (passages: Passage[], { turn, paragraph, start, end }: Span): string =>
  passages
    .find((one) => one.turn === turn && one.paragraph === paragraph)
    ?.text.slice(start, end) ?? '';

/** `a`, `b` … `z`, `aa`. */
const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
