import type { DraftExchange } from '../model/draft.ts';
import type { Alignment } from './align.ts';
import type { Life } from './book.ts';
import type { Known } from './known.ts';
import type { Seen } from './match.ts';
import { mintNumber } from './numbers.ts';
import { longestRun } from './pair.ts';
import { letterParts, type PartNews } from './part-letters.ts';

/** An exchange and the number it has from now on. */
export interface Seat {
  /** With the letters that its parts have from now on. */
  exchange: DraftExchange;
  /** The same exchange as the parser handed it over. */
  read: DraftExchange;
  n: string;
  outcome: 'same' | 'edited' | 'split' | 'new';
  /** Whether it stands elsewhere among the others than in the wording before. */
  moved: boolean;
  /** For a split: the number that the words had. */
  of: string | null;
  score: number;
  parts: PartNews[];
}

/** Give each new exchange, in reading order, the number of its old one, or mint one. */
export function seat(
  exchanges: DraftExchange[],
  news: Seen[],
  known: Known,
  alignment: Alignment,
  life: Life,
): Seat[] {
  const { olds } = known;
  const pairs = new Map(alignment.pairs.map((pair) => [pair.new, pair]));
  const splits = new Map(alignment.splits.map((pair) => [pair.new, pair]));
  const placed = alignment.pairs.filter(({ old }) => olds[old]?.placed);
  const still = new Set(longestRun(placed.sort((a, b) => a.old - b.old)));
  const taken = [...life.numbers];
  const seats: Seat[] = [];
  for (const [at, read] of exchanges.entries()) {
    const pair = pairs.get(at);
    const old = pair && olds[pair.old];
    if (old) {
      const letters = life.letters.get(old.n) ?? [];
      const { exchange, news: parts } = letterParts(read, known.partsOf(old.n), letters);
      const outcome = old.key === news[at]?.key ? 'same' : 'edited';
      const moved = old.placed && !still.has(pair);
      seats.push({ exchange, read, n: old.n, outcome, moved, of: null, score: pair.score, parts });
      continue;
    }
    const n = mintNumber(seats.at(-1)?.n ?? null, taken);
    taken.push(n);
    const split = splits.get(at);
    const of = (split && olds[split.old]?.n) ?? null;
    const outcome = of === null ? 'new' : 'split';
    const score = split?.score ?? 0;
    seats.push({ exchange: read, read, n, outcome, moved: false, of, score, parts: [] });
  }
  return seats;
}
