/** The one file of the index whose name stays: it names all others. */
export const directoryPath = 'search/directory.json';

/** `search/directory.json`. */
export interface Directory {
  /** Of the files' format; a reader of another version must not guess. */
  version: 1;
  segments: SegmentFiles[];
  /** Paths of the folding table, of names for people, and of every other form of them. */
  fold: string;
  names: string;
  aliases: string;
  /** The search page's own words. */
  words: Record<'zh-Hans' | 'en', string>;
}

/** One segment: the closed years, or the newest one. Its digest is its folder's name. */
export interface SegmentFiles {
  digest: string;
  /** First and last year. */
  years: [number, number];
  units: number;
  /** How many pairs of shards hold terms. */
  chunks: number;
  columns: string;
}

/** Units whose texts share a file: a page of ten results then reads at most ten small files. */
export const unitsAText = 2;

/** Where a segment's files are. */
export const segmentPaths = (digest: string) => ({
  /** The first term of each chunk, so that a term is looked up without asking. */
  terms: `search/${digest}/terms.bin`,
  /** Which fields hold the terms of a chunk. */
  fields: (chunk: number) => `search/${digest}/${chunk}.bin`,
  /** Where in the fields. */
  places: (chunk: number) => `search/${digest}/${chunk}p.bin`,
  /** The words of units, to show. */
  text: (unit: number) => `search/${digest}/t${Math.floor(unit / unitsAText)}.bin`,
  /** Lengths of fields, for the order by relevance. */
  lengths: `search/${digest}/lengths.bin`,
});

/** Every path of a segment's folder. */
export function pathsOf({ digest, chunks, units }: SegmentFiles): string[] {
  const paths = segmentPaths(digest);
  const list = [paths.terms, paths.lengths];
  for (let chunk = 0; chunk < chunks; chunk++) list.push(paths.fields(chunk), paths.places(chunk));
  for (let unit = 0; unit < units; unit += unitsAText) list.push(paths.text(unit));
  return list;
}
