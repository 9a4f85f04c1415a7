/** An old and a new exchange, by their positions in two lists, and how alike they are. */
export interface Pair {
  old: number;
  new: number;
  /** From 0 to 1. */
  score: number;
}

/** Whether two pairs claim the same old or the same new exchange. */
export const rivals = (a: Pair, b: Pair): boolean =>
  a !== b && (a.old === b.old || a.new === b.new);

/**
 * Whether a pair stands between the same neighbours as before: no settled pair crosses it, but for
 * those that moved themselves.
 */
export function isInPlace(pair: Pair, settled: Pair[]): boolean {
  const still = longestRun([...settled].sort((a, b) => a.old - b.old));
  return still.every((other) => other.old < pair.old === other.new < pair.new);
}

/** The pairs, in the order of the old list, that kept their order among each other: as many as can. */
export function longestRun(pairs: Pair[]): Pair[] {
  const best: { length: number; before: number }[] = [];
  for (const [at, { new: place }] of pairs.entries()) {
    best.push({ length: 1, before: -1 });
    for (let earlier = 0; earlier < at; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1;
      if ((pairs[earlier]?.new ?? 0) < place && length > (best[at]?.length ?? 0)) {
        best[at] = { length, before: earlier };
      }
    }
  }
  let at = best.reduce(
    (top, { length }, nth) => (length > (best[top]?.length ?? 0) ? nth : top),
    0,
  );
  const run: Pair[] = [];
  for (let pair = pairs[at]; pair; pair = pairs[at]) {
    run.unshift(pair);
    at = best[at]?.before ?? -1;
  }
  return run;
}
