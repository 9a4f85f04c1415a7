/**
 * How much of a text stays in another: 1 less the fewest steps to replace, leave out or put in, over
 * the longer length; 0 to 1, and 1 for two empty texts.
 *
 * Where `inOrderShare` finds common words scattered over any two texts, this counts a word as kept only
 * where what stands around it has kept its place as well.
 */
export function keptShare(a: number[], b: number[]): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}

/** Levenshtein's, row by row. */
function editDistance(a: number[], b: number[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, unit] of a.entries()) {
    let left = at + 1;
    row = row.map((above, place) => {
      if (place === 0) return left;
      const corner = row[place - 1] ?? 0;
      left = Math.min(corner + (unit === b[place - 1] ? 0 : 1), above + 1, left + 1);
      return left;
    });
  }
  return row.at(-1) ?? 0;
}
