import type { Pair } from './pair.ts';

/** From this score on a pair can be on the path. */
export const floor = 0.55;

/** From this score on, and this far above every rival, a pair on the path is sure. */
const sure = 0.65;
const margin = 0.08;

/**
 * The pairs of two ordered lists that keep the order of both and have the highest sum of scores;
 * those that stand out are sure, the others stay unaligned.
 */
export function bestPath(
  rows: number,
  columns: number,
  score: (row: number, column: number) => number,
): { sure: Pair[]; unsure: Pair[] } {
  const sums = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const sumAt = (row: number, column: number) => sums[row]?.[column] ?? 0;
  const gain = (row: number, column: number) => Math.max(0, score(row, column) - floor);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const skip = Math.max(sumAt(row + 1, column), sumAt(row, column + 1));
      const take = sumAt(row + 1, column + 1) + gain(row, column);
      const line = sums[row];
      if (line) line[column] = Math.max(skip, take);
    }
  }
  const path: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const gained = gain(row, column);
    if (gained > 0 && sumAt(row, column) === sumAt(row + 1, column + 1) + gained) {
      path.push({ old: row, new: column, score: score(row, column) });
      row += 1;
      column += 1;
    } else if (sumAt(row, column) === sumAt(row + 1, column)) row += 1;
    else column += 1;
  }
  const claimed = new Set<Pair>();
  for (let before = -1; before < claimed.size; ) {
    before = claimed.size;
    const standing = path.filter((pair) => standsOut(pair, rows, columns, score, claimed));
    for (const pair of standing) claimed.add(pair);
  }
  const isSure = (pair: Pair) => claimed.has(pair);
  return { sure: path.filter(isSure), unsure: path.filter((pair) => !isSure(pair)) };
}

/** Whether a pair is sure and far above every rival; one that a sure pair has taken is none. */
function standsOut(
  pair: Pair,
  rows: number,
  columns: number,
  score: (row: number, column: number) => number,
  claimed: Set<Pair>,
): boolean {
  if (claimed.has(pair) || pair.score < sure) return false;
  const takenRows = new Set([...claimed, pair].map(({ old }) => old));
  const takenColumns = new Set([...claimed, pair].map((it) => it.new));
  const beside = (count: number, taken: Set<number>, scoreAt: (at: number) => number) =>
    Array.from({ length: count }, (_, at) => (taken.has(at) ? 0 : scoreAt(at)));
  const rivals = [
    ...beside(columns, takenColumns, (at) => score(pair.old, at)),
    ...beside(rows, takenRows, (at) => score(at, pair.new)),
  ];
  return Math.max(0, ...rivals) + margin <= pair.score;
}
