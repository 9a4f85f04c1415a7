import type { Exchange, Transcript } from '../model/transcript.ts';
import { crossScore } from './cross-score.ts';
import { exchangeWords } from './exchange-words.ts';
import { match } from './match.ts';
import { bestPath } from './order.ts';
import { longestRun, type Pair } from './pair.ts';
import { wordSight } from './sight.ts';
import { wording } from './wording.ts';

/** An exchange of one edition and the same exchange of the other, by their ids. */
export interface EditionPair {
  a: string;
  b: string;
  /** How sure the pair is, 0 to 1. */
  score: number;
}

/** One thing in which two editions differ, stated as a fact. */
export type EditionFact =
  | { kind: 'only-in-a' | 'only-in-b'; exchange: string }
  | { kind: 'label'; a: string; b: string; labels: { a: string | null; b: string | null } }
  | { kind: 'words'; a: string; b: string; score: number }
  | { kind: 'order'; a: string; b: string };

/** Two transcripts of one briefing, side by side. */
export interface EditionAlignment {
  a: string;
  b: string;
  /** In the order of `a`. */
  pairs: EditionPair[];
  /** In the order of `a`, then what only `b` has. What could not be aligned is no omission: see `unsure`. */
  facts: EditionFact[];
  /** Exchanges of either edition that may be another's, but not surely: they stay unaligned. */
  unsure: string[];
}

/**
 * Align two editions of one briefing, never by index: in one language by asker, question and answer,
 * as versions are; across languages by outlet, numbers, names, order and length.
 *
 * `termsOf` gives the names that a text mentions, as ids that do not depend on its language.
 */
export function alignEditions(
  a: Transcript,
  b: Transcript,
  termsOf: (text: string) => Iterable<string> = () => [],
): EditionAlignment {
  const [left, right] = [exchangesOf(a), exchangesOf(b)];
  const oneLanguage = languageOf(a) === languageOf(b);
  const { pairs, doubts } = oneLanguage
    ? inOneLanguage(left, right)
    : acrossLanguages(left, right, termsOf);
  const sorted = [...pairs].sort((x, y) => x.old - y.old);
  const unsure = new Set([
    ...doubts.flatMap((pair) => left[pair.old]?.id ?? []),
    ...doubts.flatMap((pair) => right[pair.new]?.id ?? []),
  ]);
  const found = sorted.flatMap((pair) => {
    const [one, other] = [left[pair.old], right[pair.new]];
    return one && other ? [{ one, other, pair }] : [];
  });
  const still = new Set(longestRun(sorted));
  const paired = new Set(found.flatMap(({ one, other }) => [one.id, other.id]));
  const missing = (list: Exchange[], kind: 'only-in-a' | 'only-in-b'): EditionFact[] =>
    list
      .filter(({ id }) => !paired.has(id) && !unsure.has(id))
      .map(({ id }) => ({ kind, exchange: id }));
  return {
    a: a.id,
    b: b.id,
    pairs: found.map(({ one, other, pair }) => ({ a: one.id, b: other.id, score: pair.score })),
    facts: [
      ...found.flatMap(({ one, other, pair }) =>
        factsOf(one, other, pair.score, !still.has(pair), oneLanguage),
      ),
      ...missing(left, 'only-in-a'),
      ...missing(right, 'only-in-b'),
    ],
    unsure: [...unsure].filter((id) => !paired.has(id)),
  };
}

function inOneLanguage(left: Exchange[], right: Exchange[]): { pairs: Pair[]; doubts: Pair[] } {
  const seen = (exchange: Exchange) => ({
    n: exchange.n,
    placed: true,
    key: wording([exchange]),
    sight: () => wordSight(exchange),
  });
  return match(left.map(seen), right.map(seen));
}

function acrossLanguages(
  left: Exchange[],
  right: Exchange[],
  termsOf: (text: string) => Iterable<string>,
): { pairs: Pair[]; doubts: Pair[] } {
  const scores = crossScore(left, right, termsOf);
  const path = bestPath(left.length, right.length, (old, at) => scores[old]?.[at] ?? 0);
  return { pairs: path.sure, doubts: path.unsure };
}

function factsOf(
  one: Exchange,
  other: Exchange,
  score: number,
  moved: boolean,
  oneLanguage: boolean,
): EditionFact[] {
  const pair = { a: one.id, b: other.id };
  const facts: EditionFact[] = [];
  const [labelA, labelB] = [exchangeWords(one).asker, exchangeWords(other).asker];
  if (oneLanguage && labelA !== labelB) {
    facts.push({ kind: 'label', ...pair, labels: { a: labelA, b: labelB } });
  }
  if (oneLanguage && spoken(one) !== spoken(other)) facts.push({ kind: 'words', ...pair, score });
  if (moved) facts.push({ kind: 'order', ...pair });
  return facts;
}

/** All that was said, without any label. */
const spoken = (exchange: Exchange): string =>
  wording(exchange.children.flatMap((child) => (child.type === 'turn' ? child.children : [child])));

const exchangesOf = ({ children }: Transcript): Exchange[] =>
  children.filter((child) => child.type === 'exchange');

const languageOf = ({ language }: Transcript): string => language.split('-')[0] ?? language;
