import type { Candidate } from './candidates.ts';
import { isInPlace, type Pair, rivals } from './pair.ts';
import { verdict } from './verdict.ts';

/** How much liker a pair must be than any other of its old or new exchange: the uniqueness test. */
const margin = 1.25;

/**
 * Decide between candidates, the likeliest first, each with the pairs settled so far as neighbours.
 *
 * A pair with a rival that comes near it is a doubt, with its rivals; nobody else gets its exchanges.
 */
export function contest(
  candidates: Candidate[],
  sure: Pair[],
  placed: (old: number) => boolean,
): { pairs: Pair[]; doubts: Pair[] } {
  const pairs: Pair[] = [];
  const doubts: Pair[] = [];
  const judge = (one: Candidate) =>
    verdict({ ...one.evidence, inPlace: placed(one.old) && isInPlace(one, [...sure, ...pairs]) });
  const open = [...candidates];
  for (let it = open.shift(); it; it = open.shift()) {
    const judged = judge(it);
    if (judged === 'other') continue;
    const claimed = it;
    const beaten = open.filter((one) => rivals(claimed, one));
    const near = beaten.filter(
      (one) => one.score * margin > claimed.score && judge(one) !== 'other',
    );
    if (judged === 'same' && near.length === 0) pairs.push(claimed);
    else doubts.push(claimed, ...near);
    for (const one of beaten) open.splice(open.indexOf(one), 1);
  }
  return { pairs, doubts };
}
