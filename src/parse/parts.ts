import type { Part, Span, Turn } from '../model/transcript.ts';
import {
  marksByRemainder,
  marksBySubject,
  marksOfAnswer,
  marksOfQuestion,
  type PartMark,
} from './part-mark.ts';
import { between, type Passage, passagesOf, segments, whole, wordsAt } from './passage.ts';
import type { Rules } from './rules.ts';

type Pair = Omit<Part, 'id'>;

/**
 * The sub-questions of an exchange, each with the spans that answer it; at least one.
 *
 * A question falls into parts where it numbers them and every number asks something; a follow-up with
 * its answers is then a part of its own. An answer is divided where it names the numbers or, for those
 * that it does not number, their subjects; what it does not divide answers all of them. Words that
 * lead in, before the first number, belong to no part.
 */
export function partsOf(turns: Turn[], rules: Rules): Part[] {
  const rounds = roundsOf(turns).map((indexes) => ({
    asked: passagesOf(turns, indexes, 'question'),
    answered: passagesOf(turns, indexes, 'answer'),
  }));
  const pairs: Pair[] = [];
  let divided = false;
  for (const { asked, answered } of rounds) {
    const list = divide(asked, answered, rules);
    const asksOn = divided && list.length === 1 ? pairs[partAskedOn(asked, rules) - 1] : undefined;
    if (asksOn) {
      asksOn.question.push(...whole(asked));
      asksOn.answer.push(...whole(answered));
    } else pairs.push(...list);
    divided ||= list.length > 1;
  }
  const question = rounds.flatMap(({ asked }) => whole(asked));
  const answer = rounds.flatMap(({ answered }) => whole(answered));
  const all = divided ? pairs : [{ question, answer }];
  return all.map((pair, index) => ({ id: letter(index), ...pair }));
}

/** The number of the part that a follow-up asks on about, 追问：我想说明下，关于第三个问题，…; 0 where it names none. */
function partAskedOn(asked: Passage[], rules: Rules): number {
  const [mark] = marksOfQuestion(asked.slice(0, 1), rules.partOfAnswer);
  return mark && mark.n !== 'last' && mark.at <= leadMost ? mark.n : 0;
}

/** Words before the number that a follow-up names: 我想说明下，. */
const leadMost = 20;

/** Indexes of turns: each run of questions with all that is said up to the next one. */
function roundsOf(turns: Turn[]): number[][] {
  const rounds: number[][] = [];
  for (const [index, { kind }] of turns.entries()) {
    const opens = kind === 'question' && turns[index - 1]?.kind !== 'question';
    if (opens || rounds.length === 0) rounds.push([]);
    rounds.at(-1)?.push(index);
  }
  return rounds;
}

/** Characters that a question with parts has at most; the longest question of the corpus has 412. */
const longestDivided = 10_000;

function divide(asked: Passage[], answered: Passage[], rules: Rules): Pair[] {
  const undivided = [{ question: whole(asked), answer: whole(answered) }];
  if (asked.reduce((sum, { text }) => sum + text.length, 0) > longestDivided) return undivided;
  const { numbered, sentences } = divideQuestion(asked, rules);
  if (numbered.length < 2 && sentences.length < 2) return undivided;
  const numbers = marksOfAnswer(answered, rules.partOfAnswer);
  const most = Math.max(0, ...numbers.map(({ n }) => (n === 'last' ? 0 : n)));
  const told = sentences.length === most ? sentences : [];
  const questions = numbered.length >= 2 ? numbered : told;
  if (questions.length < 2) return undivided;
  const words = questions.map((spans) => wordsAt(asked, spans));
  const answers = divideAnswer(answered, numbers, words);
  return questions.map((question, index) => ({ question, answer: answers[index] ?? [] }));
}

/** The parts that a question numbers, none unless each asks something; and each sentence of it that asks. */
function divideQuestion(
  asked: Passage[],
  rules: Rules,
): { numbered: Span[][]; sentences: Span[][] } {
  const marks = ascending(marksOfQuestion(asked, rules.partOfQuestion));
  const [first] = marks;
  // `…？第二，…？`: the first part is not numbered.
  const start = { passage: 0, at: 0 };
  const parts = segments(asked, first && first.n !== 1 ? [start, ...marks] : marks);
  return {
    numbered: parts.every((spans) => asks(wordsAt(asked, spans))) ? parts : [],
    sentences: sentencesThatAsk(asked, first?.n === 1 ? first : start),
  };
}

/** Marks numbered on from 1, or from 2, in reading order; anything else numbers something else. */
function ascending(marks: PartMark[]): PartMark[] {
  const kept: PartMark[] = [];
  let next = marks.some(({ n }) => n === 1) ? 1 : 2;
  for (const mark of marks) {
    if (mark.n !== next && !(mark.n === 'last' && kept.length > 0)) continue;
    kept.push(mark);
    next += 1;
  }
  return kept;
}

/** Each sentence that asks, with what leads to it, from a spot on. */
function sentencesThatAsk(asked: Passage[], from: { passage: number; at: number }): Span[][] {
  return between(asked, from).flatMap(({ turn, paragraph, start, end }) => {
    const text = wordsAt(asked, [{ turn, paragraph, start: 0, end }]);
    const ends = [...text.matchAll(/[？?]+["”’]?/gu)].map((found) => found.index + found[0].length);
    const inside = ends.filter((one) => one > start);
    return inside.map((one, at) => [{ turn, paragraph, start: inside[at - 1] ?? start, end: one }]);
  });
}

const asks = (words: string): boolean =>
  /[？?]|请(?:问|介绍|谈|证实)|是否|能否|可否|有何|如何|为何|question (?:is|would be|concerns)\b/u.test(
    words,
  );

function divideAnswer(answered: Passage[], numbers: PartMark[], questions: string[]): Span[][] {
  const count = questions.length;
  const known = firstOfEach(
    numbers.map((mark) => ({ ...mark, n: mark.n === 'last' ? count : mark.n })),
    count,
  );
  const numbered = new Set(known.map(({ n }) => n));
  const subjects = marksBySubject(answered, questions);
  const told =
    subjects.length + known.length > 0 ? subjects : marksByRemainder(answered, questions);
  const bySubject = firstOfEach(told, count).filter(({ n }) => !numbered.has(n));
  const marks = [...known, ...bySubject].sort((a, b) => a.passage - b.passage || a.at - b.at);
  const [first] = marks;
  if (!first || (known.length === 0 && marks.length < count - 1))
    return questions.map(() => whole(answered));
  const answers: Span[][] = questions.map(() => []);
  for (const [index, spans] of segments(answered, marks).entries()) {
    const n = marks[index]?.n;
    if (typeof n === 'number') answers[n - 1] = spans;
  }
  return withRest(
    answers,
    between(answered, { passage: 0, at: 0 }, first),
    answered,
    known.length > 0,
  );
}

/** With one part unanswered, what stands before the first mark can only speak to that one. */
function withRest(
  answers: Span[][],
  rest: Span[],
  answered: Passage[],
  numbered: boolean,
): Span[][] {
  const missing = answers.filter((spans) => spans.length === 0).length;
  if (missing === 0) return answers;
  if (missing === 1 && rest.length > 0)
    return answers.map((spans) => (spans.length === 0 ? rest : spans));
  return numbered ? answers : answers.map(() => whole(answered));
}

/** The first mark of each number up to `count`. */
function firstOfEach(marks: PartMark[], count: number): PartMark[] {
  return marks.filter(
    ({ n }, at) => n !== 'last' && n <= count && marks.findIndex((one) => one.n === n) === at,
  );
}

/** `a`, `b` … `z`, `aa`. */
const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
