import type { UiLanguage } from '../model/names.ts';
import { type Directory, directoryPath } from './directory.ts';
import { evaluate } from './evaluate.ts';
import { Counts, type Facets, type Month } from './facets.ts';
import { createFold, type Fold, readFoldTable } from './fold.ts';
import { idsOf, lookUpLabels } from './labels.ts';
import type { AliasesFile, NamedKind, NamesFile } from './names.ts';
import { occurrencesIn } from './occurrences.ts';
import { parseQuery } from './parse-query.ts';
import type { Masked, Place } from './place.ts';
import { type Notice, type PhraseQuery, type Query, wantedPhrases } from './query.ts';
import { scores } from './relevance.ts';
import { Segment } from './segment.ts';
import { type Load, Shards } from './shards.ts';
import type { Unit } from './unit.ts';
import type { Words } from './words.ts';

/** Newest first lists a transcript's units in reading order, the newest transcript first. */
export type Order = 'newest' | 'oldest' | 'relevance';

/** How a search is narrowed to a page of hits, ordered and counted. */
export interface SearchOptions {
  /** Hits to show, 10 if not given. */
  limit?: number;
  /** Hits to pass over. */
  offset?: number;
  sort?: Order;
  /** Whether months tell how often the words were said; costs the words' places. */
  occurrences?: boolean;
  /** Whether outlets, speakers and topics are counted (if not said, they are); costs their columns. */
  facets?: boolean;
}

/** What a query finds; counts are of exchanges and statements together. */
export interface SearchResult {
  total: number;
  /** Units searched. */
  all: number;
  hits: Unit[];
  facets: Facets;
  /** Oldest first. */
  months: Month[];
  /** What is to be marked in the hits; see `markedSpans`. */
  phrases: PhraseQuery[];
  /** What the reader should know about the query. */
  notices: Notice[];
}

/** The query engine: the same in the browser and in Node, over the same files. */
export class SearchIndex {
  readonly fold: Fold;
  readonly #directory: Directory;
  readonly #shards: Shards;
  readonly #segments: Segment[];

  constructor(directory: Directory, fold: Fold, shards: Shards) {
    this.fold = fold;
    this.#directory = directory;
    this.#shards = shards;
    let first = 0;
    this.#segments = directory.segments.map((files) => {
      const segment = new Segment(files, shards, first);
      first += files.units;
      return segment;
    });
  }

  /** Searches what was said; rejects with a `ShardFault` where a file does not come. */
  async search(typed: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { limit = 10, offset = 0, sort = 'newest', occurrences = false, facets = true } = options;
    const { query, notices } = parseQuery(typed, this.fold);
    if (!query) return { ...nothing(), notices };
    const { masks, notices: unknown } = await this.#evaluate(query);
    const counts = new Counts();
    for (const { segment, mask } of masks) {
      const said = occurrences ? await occurrencesIn(segment, query) : undefined;
      counts.add(await segment.calendar(), mask, said);
      if (facets) counts.addColumns(await segment.columns(), mask);
    }
    const places = sort === 'relevance' ? await scores(masks, query) : await byDate(masks, sort);
    return {
      total: counts.found,
      all: counts.all,
      hits: await shownUnits(places.slice(offset, offset + limit)),
      facets: counts.facets,
      months: counts.months,
      phrases: wantedPhrases(query),
      notices: [...notices, ...unknown],
    };
  }

  /** Where a query finds something, newest first, without reading the texts. */
  async places(typed: string): Promise<Place[]> {
    const { query } = parseQuery(typed, this.fold);
    return query ? byDate((await this.#evaluate(query)).masks, 'newest') : [];
  }

  /** Every unit that a query finds, newest first; tells how many of how many have come. */
  async everyUnit(typed: string, come: (done: number, all: number) => void): Promise<Unit[]> {
    const places = await this.places(typed);
    const units: Unit[] = [];
    for (let from = 0; from < places.length; from += together) {
      units.push(...(await shownUnits(places.slice(from, from + together))));
      come(units.length, places.length);
    }
    return units;
  }

  /** What facets call things. */
  names(language: UiLanguage): Promise<NamesFile> {
    return this.#shards.json(this.#directory.names[language]);
  }

  /** The search page's own words. */
  words(language: UiLanguage): Promise<Words> {
    return this.#shards.json(this.#directory.words[language]);
  }

  /** Ids of outlets, speakers and topics that a query may mean, by any form of the name or its pinyin. */
  async namesLike(typed: string): Promise<[kind: NamedKind, id: string][]> {
    const value = this.fold.text(typed).trim();
    if (value.length < 3) return [];
    const aliases = await this.#aliases();
    const kinds: NamedKind[] = ['speaker', 'outlet', 'topic'];
    return kinds.flatMap((kind) =>
      idsOf(aliases[kind], value).map((id): [NamedKind, string] => [kind, id]),
    );
  }

  #aliases = (): Promise<AliasesFile> => this.#shards.json(this.#directory.aliases);

  async #evaluate(query: Query): Promise<{ masks: Masked[]; notices: Notice[] }> {
    const labels = await lookUpLabels(query, this.#aliases);
    const masks = await Promise.all(
      this.#segments.map(async (segment) => ({
        segment,
        mask: await evaluate(segment, query, labels),
      })),
    );
    return { masks, notices: labels.notices };
  }
}

/** Opens the index behind `load`, which gets files by their path from the site's folder. */
export async function openIndex(load: Load): Promise<SearchIndex> {
  const directory: Directory = JSON.parse(new TextDecoder().decode(await load(directoryPath)));
  if (directory.version !== 1) {
    throw new Error(`Expected a search index of version 1, got \`${directory.version}\``);
  }
  const shards = new Shards(load);
  const fold = createFold(readFoldTable(await shards.bytes(directory.fold)));
  return new SearchIndex(directory, fold, shards);
}

/** Texts asked for at once by a download. */
const together = 32;

/** The units at places, as the archive stores them. */
const shownUnits = (places: Place[]): Promise<Unit[]> =>
  Promise.all(places.map(({ segment, unit }) => segment.unit(unit)));

/** Found units by date; transcripts are turned round, not the units in them. */
async function byDate(masks: Masked[], order: 'newest' | 'oldest'): Promise<Place[]> {
  const runs: Place[][] = [];
  for (const { segment, mask } of masks) {
    for (const { first, units } of (await segment.calendar()).runs) {
      const own: Place[] = [];
      for (let unit = first; unit < first + units; unit++) {
        if (mask[unit]) own.push({ segment, unit });
      }
      if (own.length > 0) runs.push(own);
    }
  }
  return (order === 'newest' ? runs.reverse() : runs).flat();
}

const nothing = (): Omit<SearchResult, 'notices'> => ({
  total: 0,
  all: 0,
  hits: [],
  facets: new Counts().facets,
  months: [],
  phrases: [],
});
