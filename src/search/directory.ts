import type { UiLanguage } from '../model/names.ts';

/** The one file of the index whose name stays: it names all others. */
export const directoryPath = 'search/directory.json';

/** `search/directory.json`. */
export interface Directory {
  /** Of the files' format; a reader of another version must not guess. */
  version: 1;
  segments: SegmentFiles[];
  /** The folding table. */
  fold: string;
  /** What facets call things, by language. */
  names: Record<UiLanguage, string>;
  /** Every other form of names. */
  aliases: string;
  /** The search page's own words, by language. */
  words: Record<UiLanguage, string>;
}

/** One segment: the closed years, or the newest one. Its digest is its folder's name. */
export interface SegmentFiles {
  digest: string;
  /** First and last year. */
  years: [number, number];
  units: number;
  /** How many pairs of shards hold terms. */
  chunks: number;
  /** When its units were said. */
  calendar: string;
  /** Who asked, who answered, about what: three quarters of what a first query would load. */
  columns: string;
}

/** Where a segment's files are. */
export const segmentPaths = (digest: string) => ({
  /** The first term of each chunk, so that a term is looked up without asking. */
  terms: `search/${digest}/terms.bin`,
  /** Which fields hold the terms of a chunk. */
  fields: (chunk: number) => `search/${digest}/${chunk}.bin`,
  /** Where in the fields. */
  places: (chunk: number) => `search/${digest}/${chunk}p.bin`,
  /** A unit as results show it: a file each, so that a page of ten results reads no others. */
  text: (unit: number) => `search/${digest}/t${unit}.bin`,
  /** Lengths of fields, for the order by relevance. */
  lengths: `search/${digest}/lengths.bin`,
});

/** Every path of a segment's folder. */
export function pathsOf({ digest, chunks, units }: SegmentFiles): string[] {
  const paths = segmentPaths(digest);
  const list = [paths.terms, paths.lengths];
  for (let chunk = 0; chunk < chunks; chunk++) list.push(paths.fields(chunk), paths.places(chunk));
  for (let unit = 0; unit < units; unit++) list.push(paths.text(unit));
  return list;
}
