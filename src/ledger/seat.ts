import type { DraftExchange } from '../model/draft.ts';
import type { Alignment } from './align.ts';
import type { Seen } from './match.ts';
import { mintNumber } from './numbers.ts';

/** An exchange of an earlier wording, or as the ledger remembers it, with its number. */
export interface Old extends Seen {
  n: string;
}

/** An exchange and the number it has from now on. */
export interface Seat {
  exchange: DraftExchange;
  n: string;
  outcome: 'same' | 'edited' | 'split' | 'new';
  /** For a split: the number that the words had. */
  of: string | null;
  score: number;
}

/** Give each new exchange, in reading order, the number of its old one, or mint one. */
export function seat(
  exchanges: DraftExchange[],
  sides: { olds: Old[]; news: Seen[] },
  alignment: Alignment,
  minted: string[],
): Seat[] {
  const pairs = new Map(alignment.pairs.map((pair) => [pair.new, pair]));
  const splits = new Map(alignment.splits.map((pair) => [pair.new, pair]));
  const taken = [...minted];
  const seats: Seat[] = [];
  for (const [at, exchange] of exchanges.entries()) {
    const pair = pairs.get(at);
    const old = pair && sides.olds[pair.old];
    if (old) {
      const outcome = old.key === sides.news[at]?.key ? 'same' : 'edited';
      seats.push({ exchange, n: old.n, outcome, of: null, score: pair.score });
      continue;
    }
    const n = mintNumber(seats.at(-1)?.n ?? null, taken);
    taken.push(n);
    const split = splits.get(at);
    const of = (split && sides.olds[split.old]?.n) ?? null;
    seats.push({ exchange, n, outcome: of ? 'split' : 'new', of, score: split?.score ?? 0 });
  }
  return seats;
}
