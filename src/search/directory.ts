import type { UiLanguage } from '../model/names.ts';

/** The one file of the index whose name stays: it names all others. */
export const directoryPath = 'search/directory.json';

/** Of the files' format; a reader of another version must not guess. */
export const indexVersion = 4;

/** `search/directory.json`. */
export interface Directory {
  version: typeof indexVersion;
  segments: SegmentFiles[];
  /** The folding table: which characters become others, and what they become. */
  foldSources: string;
  foldTargets: string;
  /** What facets count and labels reach. */
  ids: string;
  /** What facets call it, by language. */
  names: Record<UiLanguage, string>;
  /** Every other form of its names. */
  aliases: string;
  /** The search page's own words, by language. */
  words: Record<UiLanguage, string>;
}

/** One segment: the closed years, the closed months of the newest year, or the newest month. */
export interface SegmentFiles {
  /** Of all that was said; its folder's name. */
  digest: string;
  units: number;
  /** How many pairs of shards hold terms. */
  chunks: number;
  /** When its units were said. */
  calendar: string;
  facets: FacetFiles;
}

/** Who asked, who answered and about what, in a folder of its own: topics change without a word said. */
export interface FacetFiles {
  digest: string;
  /** How many values of each kind have postings; none where the blocks are few enough to be read. */
  postings: Record<StrewnFacet, number>;
}

/** What units are labelled with. */
export const facetKinds = ['outlet', 'speaker', 'topic'] as const;
export type Facet = (typeof facetKinds)[number];

/** Labels that change from unit to unit, in the order of a block. A speaker stays for a whole conference. */
export const strewnFacets = ['outlet', 'topic'] as const;
export type StrewnFacet = (typeof strewnFacets)[number];

/** Neighbouring units whose labels share a file. */
export const unitsPerBlock = 128;
/** A segment of so many blocks or fewer has no postings: its blocks are read instead. */
export const fewBlocks = 4;
/** Separators of chunks that share a file: the root of the 8,000 that 50,000 exchanges have. */
export const chunksPerPage = 96;

/** Where a segment's files are. */
export const segmentPaths = (digest: string) => ({
  /** The first term of each page of chunks. */
  pages: `search/${digest}/terms.bin`,
  /** The first term of each chunk of a page, so that a term is looked up without asking. */
  page: (page: number) => `search/${digest}/${page}t.bin`,
  /** Which fields hold the terms of a chunk. */
  fields: (chunk: number) => `search/${digest}/${chunk}.bin`,
  /** Where in the fields. */
  places: (chunk: number) => `search/${digest}/${chunk}p.bin`,
  /** A unit as results show it: a file each, so that a page of ten results reads no others. */
  text: (unit: number) => `search/${digest}/t${unit}.bin`,
  /** Lengths of fields, for the order by relevance. */
  lengths: `search/${digest}/lengths.bin`,
});

/** Where a segment's facets are. */
export const facetPaths = (digest: string) => ({
  /** Who answered, for all units. */
  speakers: `search/${digest}/speakers.bin`,
  /** The other labels of neighbouring units. */
  block: (block: number) => `search/${digest}/b${block}.bin`,
  /** The units with a value. */
  posting: (kind: StrewnFacet, value: number) => `search/${digest}/${kind}${value}.bin`,
});

/** Every path of a segment's folder. */
export function pathsOf({ digest, chunks, units }: SegmentFiles): string[] {
  const paths = segmentPaths(digest);
  return [
    paths.pages,
    paths.lengths,
    ...numbered(Math.ceil(chunks / chunksPerPage), paths.page),
    ...numbered(chunks, paths.fields),
    ...numbered(chunks, paths.places),
    ...numbered(units, paths.text),
  ];
}

/** Every path of the folder of a segment's facets. */
export function facetPathsOf({ units, facets: { digest, postings } }: SegmentFiles): string[] {
  const paths = facetPaths(digest);
  return [
    paths.speakers,
    ...numbered(Math.ceil(units / unitsPerBlock), paths.block),
    ...strewnFacets.flatMap((kind) =>
      numbered(postings[kind], (value) => paths.posting(kind, value)),
    ),
  ];
}

const numbered = (count: number, path: (number: number) => string): string[] =>
  Array.from({ length: count }, (_, number) => path(number));
