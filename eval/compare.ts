import { createHash } from 'node:crypto';
import type { Pair } from './pairs.ts';

/** A run of pairs in which two splits of one page differ, between pairs in which they agree. */
export interface Disagreement {
  url: string;
  /** The reference's rows from 1, which no change of the parser moves: `3`, `3-5`, or `after 3`. */
  place: string;
  ours: Pair[];
  theirs: Pair[];
  /** Changes when either side does, so that a verdict does not outlive what it was given on. */
  digest: string;
}

/** Two splits of one page compared in reading order. */
export function compare(
  url: string,
  ours: Pair[],
  theirs: Pair[],
): { equal: number; disagreements: Disagreement[] } {
  const common = longestCommon(ours.map(keyOf), theirs.map(keyOf));
  const disagreements: Disagreement[] = [];
  let [our, their] = [0, 0];
  for (const [nextOur, nextTheir] of [...common, [ours.length, theirs.length] as const]) {
    const sides = { ours: ours.slice(our, nextOur), theirs: theirs.slice(their, nextTheir) };
    if (sides.ours.length + sides.theirs.length > 0)
      disagreements.push({
        url,
        place: placeOf(their, nextTheir),
        ...sides,
        digest: digestOf(sides),
      });
    [our, their] = [nextOur + 1, nextTheir + 1];
  }
  return { equal: common.length, disagreements };
}

const keyOf = ({ question, answer }: Pair): string => `${question}\n${answer}`;

function placeOf(from: number, to: number): string {
  if (from === to) return `after ${from}`;
  return to - from === 1 ? `${to}` : `${from + 1}-${to}`;
}

const digestOf = (sides: object): string =>
  createHash('sha256').update(JSON.stringify(sides)).digest('hex').slice(0, 8);

/** Index pairs of a longest common subsequence, ascending. */
function longestCommon(first: string[], second: string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: first.length + 1 }, () =>
    new Array<number>(second.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] =
          first[i] === second[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const common: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < first.length && j < second.length; ) {
    if (first[i] === second[j]) common.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}
