import { z } from 'zod';
import type { Draft, DraftExchange } from '../src/model/draft.ts';
import type { Span, Turn } from '../src/model/transcript.ts';
import { wordsOf } from '../src/model/words.ts';
import type { Parsed } from '../src/parse/index.ts';
import { adjudicated } from './corpus.ts';

/** A line of tests/adjudicated/turns.jsonl: whom a reader takes a labelled paragraph for. */
const readTurn = z.strictObject({
  url: z.url(),
  /** The paragraph on the page, from 1, empty ones not counted. */
  place: z.int().positive(),
  label: z.string(),
  /** Up to ten characters behind the label, without white space. */
  begins: z.string().max(10),
  /** Null where the paragraph only looks labelled. */
  kind: z.enum(['question', 'answer']).nullable(),
  outlet: z.string().nullable(),
  speaker: z.string().nullable(),
  why: z.string().optional(),
});

/** A line of tests/adjudicated/parts.jsonl: how a reader divides a question of several. */
const readParts = z.strictObject({
  url: z.url(),
  /** The reference's row, from 1. */
  place: z.int().positive(),
  /** Up to ten characters of the question, behind its label. */
  begins: z.string().max(10),
  parts: z.array(z.strictObject({ question: z.string().max(10), answer: z.string().max(10) })),
  /** By what the answer tells which part it speaks to; `whole`: it speaks to all at once. */
  told: z.enum(['number', 'topic', 'whole']),
});

/** How many of a sample are right, and a line for each that is not. */
export interface SampleScore {
  read: number;
  right: number;
  faults: string[];
}

/** Outlets and speakers against 300 labelled paragraphs that somebody read. */
export function scoreTurns(parsed: ReadonlyMap<string, Parsed>): SampleScore {
  return score(adjudicated('turns.jsonl', readTurn), (line) => {
    const turns = turnsOf(parsed.get(line.url)?.draft).filter(
      (turn) => turn.label === line.label && bare(wordsOf(turn)).startsWith(line.begins),
    );
    if (line.kind === null) return turns.length === 0 ? null : 'is no turn, and is one here';
    if (turns.length === 0) return 'is a turn, and is none here';
    if (turns.some((turn) => turn.outlet === line.outlet && turn.speaker === line.speaker))
      return null;
    const [turn] = turns;
    return `is \`${line.outlet ?? line.speaker}\`, got \`${turn?.outlet ?? turn?.speaker}\``;
  });
}

/** Parts of 60 questions, and the spans that answer them, against how somebody read them. */
export function scoreParts(parsed: ReadonlyMap<string, Parsed>): SampleScore {
  return score(adjudicated('parts.jsonl', readParts), (line) => {
    const exchange = exchangesOf(parsed.get(line.url)?.draft).find((one) =>
      turnsIn(one).some(
        (turn) => turn.kind === 'question' && bare(wordsOf(turn)).startsWith(line.begins),
      ),
    );
    if (!exchange) return 'is a question, and is none here';
    const found = exchange.parts.map((part) => ({
      question: beginningOf(exchange, part.question[0]),
      answer: beginningOf(exchange, part.answer[0]),
    }));
    const right =
      found.length === line.parts.length &&
      line.parts.every(
        ({ question, answer }, at) =>
          found[at]?.question.startsWith(question) && found[at]?.answer.startsWith(answer),
      );
    return right ? null : `has ${show(line.parts)}, told by ${line.told}; got ${show(found)}`;
  });
}

function score<Line extends { url: string; place: number; begins: string }>(
  lines: Line[],
  faultOf: (line: Line) => string | null,
): SampleScore {
  const faults = lines.flatMap((line) => {
    const fault = faultOf(line);
    return fault === null ? [] : [`${line.url} ${line.place} \`${line.begins}\`: ${fault}`];
  });
  return { read: lines.length, right: lines.length - faults.length, faults };
}

const exchangesOf = (draft: Draft | null | undefined): DraftExchange[] =>
  (draft?.children ?? []).filter((child) => child.type === 'exchange');

const turnsIn = (exchange: DraftExchange): Turn[] =>
  exchange.children.filter((child) => child.type === 'turn');

const turnsOf = (draft: Draft | null | undefined): Turn[] =>
  (draft?.children ?? []).flatMap((child) => {
    if (child.type === 'note') return [];
    return child.type === 'turn' ? [child] : turnsIn(child);
  });

function beginningOf(exchange: DraftExchange, span: Span | undefined): string {
  if (!span) return '';
  const paragraphs = turnsIn(exchange)[span.turn]?.children.filter(
    (child) => child.type === 'paragraph',
  );
  return bare(paragraphs?.[span.paragraph]?.value.slice(span.start, span.end) ?? '').slice(0, 10);
}

const show = (parts: { question: string; answer: string }[]): string =>
  parts.map(({ question, answer }) => `${question}→${answer || 'nothing'}`).join(', ');

const bare = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, '');
