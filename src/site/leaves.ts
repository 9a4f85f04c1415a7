/** One leaf of a listing that is too long for one page. */
export interface Leaf<Thing> {
  path: string;
  /** The newest first. */
  listed: Thing[];
  newer: string | null;
  older: string | null;
}

/**
 * A listing, newest first, cut into leaves counted from the oldest: `<path>1/`, `<path>2/`, …
 * The newest leaf has the bare path and takes what comes, so a new day rewrites that leaf alone
 * and, once in `size` exchanges, adds one. It holds at least a quarter of `size` if there are as many.
 */
export function leavesOf<Thing>(path: string, things: Thing[], size: number): Leaf<Thing>[] {
  const full = Math.max(0, Math.floor((things.length - size / 4) / size));
  const pathOf = (leaf: number) => (leaf > full ? path : `${path}${leaf}/`);
  return Array.from({ length: full + 1 }, (_, index) => {
    const leaf = full + 1 - index;
    const end = things.length - (leaf - 1) * size;
    return {
      path: pathOf(leaf),
      listed: things.slice(leaf > full ? 0 : end - size, end),
      newer: leaf > full ? null : pathOf(leaf + 1),
      older: leaf > 1 ? pathOf(leaf - 1) : null,
    };
  });
}
