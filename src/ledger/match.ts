import { type Alignment, align, type Pair } from './align.ts';
import { groupBy } from './group-by.ts';
import type { Sight } from './sight.ts';

/** One exchange of either side: equal keys are equal words, the sight is only made where keys differ. */
export interface Seen {
  key: string;
  sight(): Sight;
}

/**
 * Align two lists of exchanges: those with equal keys first, in order, with score 1.
 *
 * Where a side has more of the same words than the other, which of them stayed is a doubt.
 */
export function match(olds: Seen[], news: Seen[]): Alignment {
  const pairs = equalPairs(olds, news);
  const rest = {
    old: without(
      olds,
      pairs.map((pair) => pair.old),
    ),
    new: without(
      news,
      pairs.map((pair) => pair.new),
    ),
  };
  const nearest = olds.map(() => 0);
  for (const pair of pairs) nearest[pair.old] = 1;
  if (rest.old.length === 0 || rest.new.length === 0) {
    return { pairs, splits: [], merges: [], doubts: [], nearest };
  }
  const sights = (side: 'old' | 'new', list: Seen[]) =>
    rest[side].flatMap((at) => list[at]?.sight() ?? []);
  const found = align(sights('old', olds), sights('new', news));
  const placed = (pair: Pair): Pair => ({
    old: rest.old[pair.old] ?? 0,
    new: rest.new[pair.new] ?? 0,
    score: pair.score,
  });
  for (const [nth, old] of rest.old.entries()) nearest[old] = found.nearest[nth] ?? 0;
  return {
    pairs: [...pairs, ...found.pairs.map(placed)],
    splits: found.splits.map(placed),
    merges: found.merges.map(placed),
    doubts: found.doubts.map(placed),
    nearest,
  };
}

function equalPairs(olds: Seen[], news: Seen[]): Pair[] {
  const waiting = groupBy(olds.keys(), (at) => olds[at]?.key);
  return [...groupBy(news.keys(), (at) => news[at]?.key)].flatMap(([key, fresh]) => {
    const known = waiting.get(key) ?? [];
    if (known.length !== fresh.length) return [];
    return known.flatMap((old, nth) => {
      const at = fresh[nth];
      return at === undefined ? [] : [{ old, new: at, score: 1 }];
    });
  });
}

function without(list: unknown[], positions: number[]): number[] {
  const gone = new Set(positions);
  return [...list.keys()].filter((at) => !gone.has(at));
}
