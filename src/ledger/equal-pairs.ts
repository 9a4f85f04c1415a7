import { groupBy } from './group-by.ts';
import type { Pair } from './pair.ts';

/** Positions of exchanges, each with what is compared of it; null is equal to nothing. */
type Keys = Iterable<[at: number, key: string | null]>;

/**
 * Pairs with equal keys, in order, with score 1. Where one side has more of a key than the other,
 * none of it is paired.
 */
export function equalPairs(olds: Keys, news: Keys): Pair[] {
  const waiting = groupBy(olds, ([, key]) => key);
  return [...groupBy(news, ([, key]) => key)].flatMap(([key, fresh]) => {
    const known = waiting.get(key) ?? [];
    if (key === null || known.length !== fresh.length) return [];
    return known.flatMap(([old], nth) => {
      const [at] = fresh[nth] ?? [];
      return at === undefined ? [] : [{ old, new: at, score: 1 }];
    });
  });
}
