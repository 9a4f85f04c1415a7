import { type Alignment, align } from './align.ts';
import { equalPairs } from './equal-pairs.ts';
import type { Sight } from './sight.ts';

/** One exchange of either side: equal keys are equal words, sights are only made where keys differ. */
export interface Seen {
  key: string;
  sight(): Sight;
}

/** An exchange that has its number. */
export interface Old extends Seen {
  n: string;
  /** Whether the wording before this one showed it, at this position of the list. */
  placed: boolean;
}

/**
 * Align two lists of exchanges: those with equal words first, in order, with score 1.
 *
 * Where a side has more of the same words than the other, which of them stayed is left to `align`.
 */
export function match(olds: Old[], news: Seen[]): Alignment {
  const sure = equalPairs(keysOf(olds), keysOf(news));
  if (sure.length === olds.length || sure.length === news.length) {
    const nearest = olds.map((_, at) => (sure.some(({ old }) => old === at) ? 1 : 0));
    return { pairs: sure, splits: [], merges: [], doubts: [], weighed: [], nearest };
  }
  return align(
    olds.map((it) => it.sight()),
    news.map((it) => it.sight()),
    sure,
    (old) => olds[old]?.placed === true,
  );
}

const keysOf = (list: Seen[]): [number, string][] =>
  list.map(({ key }, at): [number, string] => [at, key]);
