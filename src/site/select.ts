/** What a page is made from: at least its address. */
export interface Sheet {
  path: string;
}

/** Sheets by kind; templates page through the list of their kind. */
export type Sheets = Record<string, Sheet[]>;

/** How many sheets all kinds have together. */
export const countOf = (sheets: Sheets): number =>
  Object.values(sheets).reduce((sum, list) => sum + list.length, 0);

/** What a page of a kind holds in memory, in pages of one exchange; a kind not named is such a page. */
const weights: Record<string, number> = { transcripts: 2, leaves: 4, changed: 4 };

/**
 * The wanted sheets in portions that weigh about as much as `size` exchanges. Eleventy holds every
 * page of a run in memory, so an archive of decades is rendered in several runs.
 */
export function portionsOf(
  sheets: Sheets,
  wanted: (path: string) => boolean,
  size: number,
): Sheets[] {
  const portions: Sheets[] = [];
  let left = 0;
  for (const [kind, list] of Object.entries(sheets)) {
    for (const sheet of list) {
      if (!wanted(sheet.path)) continue;
      if (left <= 0) {
        portions.push(Object.fromEntries(Object.keys(sheets).map((each) => [each, []])));
        left = size;
      }
      portions.at(-1)?.[kind]?.push(sheet);
      left -= weights[kind] ?? 1;
    }
  }
  return portions;
}
