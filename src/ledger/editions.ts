import type { EditionAlignment, EditionFact } from '../model/edition.ts';
import { passagesOf } from '../model/passages.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { crossScores, type NamesOf } from './cross-score.ts';
import { editionRows } from './edition-rows.ts';
import { exchangeWords } from './exchange-words.ts';
import { match } from './match.ts';
import { bestPath, floor } from './order.ts';
import { longestRun, type Pair } from './pair.ts';
import { wordSight } from './sight.ts';
import { statementFacts } from './statements.ts';
import { exchangeWording, wording } from './wording.ts';

/** What was found between two lists of exchanges, by their positions. */
interface Found {
  pairs: Pair[];
  /** May be in the other edition: neither paired nor missing. */
  unsure: { left: Set<number>; right: Set<number> };
  /** How like the most alike of the other edition is, 0 to 1. */
  nearest: { left(at: number): number; right(at: number): number };
}

/**
 * Align two editions of one briefing, never by index: in one language by asker, question and answer,
 * as versions are; across languages by outlet, numbers, names, order and length. What is in one
 * edition only is stated only where nothing unpaired in the other could be it.
 */
export function alignEditions(
  a: Transcript,
  b: Transcript,
  namesOf: NamesOf = () => [],
): EditionAlignment {
  const [left, right] = [exchangesOf(a), exchangesOf(b)];
  const one = inOneLanguage(a, b);
  const { pairs, unsure, nearest } = one ? byWords(left, right) : byTraits(left, right, namesOf);
  const sorted = [...pairs].sort((x, y) => x.old - y.old);
  const still = new Set(longestRun(sorted));
  const found = sorted.flatMap((pair) => {
    const [ours, theirs] = [left[pair.old], right[pair.new]];
    return ours && theirs ? [{ ours, theirs, pair }] : [];
  });
  const missing = (list: Exchange[], side: 'left' | 'right'): EditionFact[] =>
    [...list.entries()]
      .filter(([at]) => !unsure[side].has(at))
      .filter(([at]) => !pairs.some((pair) => pair[side === 'left' ? 'old' : 'new'] === at))
      .map(([at, { id }]) => ({
        kind: side === 'left' ? 'only-in-a' : 'only-in-b',
        exchange: id,
        score: rounded(nearest[side](at)),
      }));
  return {
    a: a.id,
    b: b.id,
    pairs: found.map(({ ours, theirs, pair }) => ({
      a: ours.id,
      b: theirs.id,
      score: rounded(pair.score),
      rows: editionRows(passagesOf(ours.children), passagesOf(theirs.children), one),
    })),
    facts: [
      ...statementFacts(a, b, one),
      ...found.flatMap(({ ours, theirs, pair }) => [
        ...(one ? wordFacts(ours, theirs, pair.score) : []),
        ...(still.has(pair) ? [] : [{ kind: 'order' as const, a: ours.id, b: theirs.id }]),
      ]),
      ...missing(left, 'left'),
      ...missing(right, 'right'),
    ],
    unsure: [
      ...[...unsure.left].sort(byNumber).flatMap((at) => left[at]?.id ?? []),
      ...[...unsure.right].sort(byNumber).flatMap((at) => right[at]?.id ?? []),
    ],
  };
}

/** Whether two transcripts can be compared word by word. */
export const inOneLanguage = (a: Transcript, b: Transcript): boolean =>
  languageOf(a) === languageOf(b);

function byWords(left: Exchange[], right: Exchange[]): Found {
  const seen = (exchange: Exchange) => ({
    n: exchange.n,
    placed: true,
    key: exchangeWording(exchange),
    sight: () => wordSight(exchange),
  });
  const [ours, theirs] = [left.map(seen), right.map(seen)];
  const { pairs, doubts, nearest } = match(ours, theirs);
  const free = (pair: Pair) =>
    !pairs.some(({ old, new: at }) => old === pair.old || at === pair.new);
  const open = doubts.filter(free);
  return {
    pairs,
    unsure: {
      left: new Set(open.map(({ old }) => old)),
      right: new Set(open.map((pair) => pair.new)),
    },
    nearest: {
      left: (at) => nearest[at] ?? 0,
      right: (at) => match(theirs, ours).nearest[at] ?? 0,
    },
  };
}

function byTraits(left: Exchange[], right: Exchange[], namesOf: NamesOf): Found {
  const scores = crossScores(left, right, namesOf);
  const scoreAt = (old: number, at: number) => scores[old]?.[at]?.score ?? 0;
  const { sure } = bestPath(left.length, right.length, scoreAt);
  const rest = (list: Exchange[], side: 'old' | 'new') =>
    [...list.keys()].filter((at) => !sure.some((pair) => pair[side] === at));
  const [lone, others] = [rest(left, 'old'), rest(right, 'new')];
  const could = (old: number, at: number) => {
    const it = scores[old]?.[at];
    return it !== undefined && Math.max(it.score, it.unnamed) >= floor;
  };
  const highest = (places: number[], score: (at: number) => number) =>
    Math.max(0, ...places.map(score));
  return {
    pairs: sure,
    unsure: {
      left: new Set(lone.filter((old) => others.some((at) => could(old, at)))),
      right: new Set(others.filter((at) => lone.some((old) => could(old, at)))),
    },
    nearest: {
      left: (old) => highest(others, (at) => scoreAt(old, at)),
      right: (at) => highest(lone, (old) => scoreAt(old, at)),
    },
  };
}

function wordFacts(one: Exchange, other: Exchange, score: number): EditionFact[] {
  const pair = { a: one.id, b: other.id };
  const labels = { a: exchangeWords(one).asker, b: exchangeWords(other).asker };
  return [
    ...(labels.a === labels.b ? [] : [{ kind: 'label' as const, ...pair, labels }]),
    ...(spoken(one) === spoken(other)
      ? []
      : [{ kind: 'words' as const, ...pair, score: rounded(score) }]),
  ];
}

/** All that was said, without any label. */
const spoken = (exchange: Exchange): string =>
  wording(exchange.children.flatMap((child) => (child.type === 'turn' ? child.children : [child])));

const exchangesOf = ({ children }: Transcript): Exchange[] =>
  children.filter((child) => child.type === 'exchange');

const languageOf = ({ language }: Transcript): string => language.split('-')[0] ?? language;

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

const byNumber = (a: number, b: number): number => a - b;
