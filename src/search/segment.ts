import { Reader } from './bytes.ts';
import { type Calendar, readCalendar } from './calendar.ts';
import {
  chunksPerPage,
  type Facet,
  facetPaths,
  fewBlocks,
  type SegmentFiles,
  type StrewnFacet,
  segmentPaths,
  unitsPerBlock,
} from './directory.ts';
import { readBlock, readPosting, readRuns } from './facet-codes.ts';
import { readSeparators } from './separators.ts';
import type { Shards } from './shards.ts';
import { readUnit } from './stored-unit.ts';
import type { Unit } from './unit.ts';

/** A term's postings as found in its chunk. */
export interface Found {
  term: string;
  fields: Uint8Array;
  /** Loads the bytes of its places. */
  places(): Promise<Uint8Array>;
}

/** One segment of the index: looks terms up and shows units. Everything is loaded when first asked. */
export class Segment {
  readonly units: number;
  /** How many units are in the segments before. */
  readonly first: number;
  readonly #files: SegmentFiles;
  readonly #shards: Shards;
  readonly #paths: ReturnType<typeof segmentPaths>;
  readonly #chunks = new Map<number, Promise<Found[]>>();

  constructor(files: SegmentFiles, shards: Shards, first: number) {
    this.#files = files;
    this.#shards = shards;
    this.#paths = segmentPaths(files.digest);
    this.units = files.units;
    this.first = first;
  }

  async calendar(): Promise<Calendar> {
    this.#calendar ??= readCalendar(await this.#shards.bytes(this.#files.calendar));
    return this.#calendar;
  }
  #calendar: Calendar | undefined;

  /** Who answered, by unit. */
  async speakers(): Promise<number[][]> {
    const path = facetPaths(this.#files.facets.digest).speakers;
    this.#speakers ??= readRuns(await this.#shards.bytes(path));
    return this.#speakers;
  }
  #speakers: number[][] | undefined;

  /** The strewn labels of neighbouring units, by kind. */
  async block(number: number): Promise<Record<StrewnFacet, number[][]>> {
    const path = facetPaths(this.#files.facets.digest).block(number);
    const units = Math.min(unitsPerBlock, this.units - number * unitsPerBlock);
    return readBlock(await this.#shards.bytes(path), units);
  }

  /** Units labelled with a value, ascending. */
  async unitsWith(kind: Facet, value: number): Promise<number[]> {
    if (kind === 'speaker') return having(await this.speakers(), value);
    const { digest, postings } = this.#files.facets;
    const blocks = Math.ceil(this.units / unitsPerBlock);
    if (blocks > fewBlocks) {
      if (value >= postings[kind]) return [];
      return readPosting(await this.#shards.bytes(facetPaths(digest).posting(kind, value)));
    }
    const read = await Promise.all(Array.from({ length: blocks }, (_, i) => this.block(i)));
    return having(
      read.flatMap((block) => block[kind]),
      value,
    );
  }

  /** A field's length in UTF-16 units, to an eighth of a doubling. */
  async lengths(): Promise<(field: number) => number> {
    const codes = await this.#shards.bytes(this.#paths.lengths);
    return (field) => 2 ** ((codes[field] ?? 0) / 8) - 1;
  }

  /** A unit as the archive stores it. */
  async unit(number: number): Promise<Unit> {
    return readUnit(await this.#shards.json(this.#paths.text(number)));
  }

  /** The postings of a term, or nothing where the segment does not have it. */
  async find(term: string): Promise<Found[]> {
    const page = lastUpTo(await this.#pages(), term);
    if (page < 0) return [];
    const chunk = lastUpTo(await this.#page(page), term);
    const found = await this.#chunk(page * chunksPerPage + chunk);
    return found.filter((each) => each.term === term);
  }

  /** The postings of every term that begins so, in the order of terms. */
  async findPrefix(prefix: string): Promise<Found[]> {
    const pages = within(await this.#pages(), prefix);
    const chunks = await Promise.all(
      pages.map(async (page) => {
        const own = within(await this.#page(page), prefix);
        return Promise.all(own.map((chunk) => this.#chunk(page * chunksPerPage + chunk)));
      }),
    );
    return chunks.flat(2).filter(({ term }) => term.startsWith(prefix));
  }

  async #pages(): Promise<string[]> {
    if (this.#files.chunks === 0) return [];
    this.#firsts ??= readSeparators(await this.#shards.bytes(this.#paths.pages));
    return this.#firsts;
  }
  #firsts: string[] | undefined;

  #page = async (page: number): Promise<string[]> =>
    readSeparators(await this.#shards.bytes(this.#paths.page(page)));

  #chunk(chunk: number): Promise<Found[]> {
    const known = this.#chunks.get(chunk);
    if (known) return known;
    const coming = this.#readChunk(chunk);
    this.#chunks.set(chunk, coming);
    coming.catch(() => this.#chunks.delete(chunk));
    return coming;
  }

  async #readChunk(chunk: number): Promise<Found[]> {
    const reader = new Reader(await this.#shards.bytes(this.#paths.fields(chunk)));
    const heads: { term: string; fields: number; places: number }[] = [];
    let before = '';
    for (let left = reader.varint(); left > 0; left--) {
      const shared = reader.varint();
      before = before.slice(0, shared) + reader.text();
      heads.push({ term: before, fields: reader.varint(), places: reader.varint() });
    }
    let from = 0;
    return heads.map(({ term, fields, places }) => {
      const start = from;
      from += places;
      return {
        term,
        fields: reader.take(fields),
        places: async () =>
          (await this.#shards.bytes(this.#paths.places(chunk))).subarray(start, start + places),
      };
    });
  }
}

/** Places in a list of those that have a value. */
const having = (list: number[][], value: number): number[] =>
  [...list.keys()].filter((i) => list[i]?.includes(value));

/** Places in a sorted list of what may lead to texts that begin so. */
function within(sorted: string[], prefix: string): number[] {
  const first = Math.max(0, lastUpTo(sorted, prefix));
  const end = sorted.findIndex((text, i) => i > first && text > prefix && !text.startsWith(prefix));
  return Array.from({ length: (end < 0 ? sorted.length : end) - first }, (_, i) => first + i);
}

/** Index of the last of sorted texts that is not behind another; -1 where all are. */
function lastUpTo(sorted: string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
