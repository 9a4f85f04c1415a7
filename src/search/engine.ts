import type { UiLanguage } from '../model/names.ts';
import { countLabels } from './count-labels.ts';
import { type Directory, directoryPath } from './directory.ts';
import { evaluate } from './evaluate.ts';
import { Counts, type Facets, type Month } from './facets.ts';
import {
  createFold,
  type Fold,
  type FoldTable,
  isCovered,
  readFoldSources,
  readFoldTargets,
} from './fold.ts';
import { lookUpLabels, valuesNamed } from './labels.ts';
import type { AliasesFile, IdsFile, NamedKind, NamesById, NamesFile } from './names.ts';
import { occurrencesIn } from './occurrences.ts';
import { parseQuery } from './parse-query.ts';
import type { Masked, Place } from './place.ts';
import {
  type Notice,
  type PhraseQuery,
  type Query,
  type Understood,
  wantedPhrases,
} from './query.ts';
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
}

/** What a query finds; counts are of exchanges and statements together. */
export interface SearchResult {
  total: number;
  /** Units searched. */
  all: number;
  hits: Unit[];
  /** Years and sources. */
  facets: Facets;
  /** Outlets, speakers and topics too, the most frequent; costs their blocks and postings. */
  allFacets(): Promise<Facets>;
  /** Oldest first. */
  months: Month[];
  /** What is to be marked in the hits; see `markedSpans`. */
  phrases: PhraseQuery[];
  /** What the reader should know about the query. */
  notices: Notice[];
}

/** The query engine: the same in the browser and in Node, over the same files. */
export class SearchIndex {
  readonly #directory: Directory;
  readonly #shards: Shards;
  readonly #segments: Segment[];
  #table: FoldTable;
  #fold: Fold;

  constructor(directory: Directory, table: FoldTable, shards: Shards) {
    this.#table = table;
    this.#fold = createFold(table);
    this.#directory = directory;
    this.#shards = shards;
    let first = 0;
    this.#segments = directory.segments.map((files) => {
      const segment = new Segment(files, shards, first);
      first += files.units;
      return segment;
    });
  }

  /** Folds every query asked and every unit found so far. */
  get fold(): Fold {
    return this.#fold;
  }

  /** Searches what was said; rejects with a `ShardFault` where a file does not come. */
  async search(typed: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { limit = 10, offset = 0, sort = 'newest', occurrences = false } = options;
    const { query, notices } = await this.#read(typed);
    if (!query) return { ...nothing(), notices };
    const { masks, notices: unknown } = await this.#evaluate(query);
    const counts = new Counts();
    for (const { segment, mask } of masks) {
      const said = occurrences ? await occurrencesIn(segment, query) : undefined;
      counts.add(await segment.calendar(), mask, said);
    }
    const places = sort === 'relevance' ? await scores(masks, query) : await byDate(masks, sort);
    return {
      total: counts.found,
      all: counts.all,
      hits: await this.#shown(places.slice(offset, offset + limit)),
      facets: counts.facets,
      allFacets: async () => counts.withLabels(await countLabels(masks), await this.#ids()),
      months: counts.months,
      phrases: wantedPhrases(query),
      notices: [...notices, ...unknown],
    };
  }

  /** Where a query finds something, newest first, without reading the texts. */
  async places(typed: string): Promise<Place[]> {
    const { query } = await this.#read(typed);
    return query ? byDate((await this.#evaluate(query)).masks, 'newest') : [];
  }

  /** Every unit that a query finds, newest first; tells how many of how many have come. */
  async everyUnit(typed: string, come: (done: number, all: number) => void): Promise<Unit[]> {
    const places = await this.places(typed);
    const units: Unit[] = [];
    for (let from = 0; from < places.length; from += together) {
      units.push(...(await unitsAt(places.slice(from, from + together))));
      come(units.length, places.length);
    }
    return units;
  }

  /** What facets call things. */
  async names(language: UiLanguage): Promise<NamesById> {
    const [ids, names] = await Promise.all([
      this.#ids(),
      this.#shards.json<NamesFile>(this.#directory.names[language]),
    ]);
    const byId = (kind: NamedKind): Map<string, string> =>
      new Map(ids[kind].map((id, i) => [id, names[kind][i] ?? id]));
    return {
      outlet: byId('outlet'),
      speaker: byId('speaker'),
      topic: byId('topic'),
      source: byId('source'),
    };
  }

  /** The search page's own words. */
  words(language: UiLanguage): Promise<Words> {
    return this.#shards.json(this.#directory.words[language]);
  }

  /** Ids of outlets, speakers and topics that a query may mean, by any form of the name or its pinyin. */
  async namesLike(typed: string): Promise<[kind: NamedKind, id: string][]> {
    await this.#learn([typed]);
    const value = this.fold.text(typed).trim();
    if (value.length < 3) return [];
    const [ids, aliases] = await Promise.all([this.#ids(), this.#aliases()]);
    const kinds: NamedKind[] = ['speaker', 'outlet', 'topic'];
    return kinds.flatMap((kind) =>
      valuesNamed(aliases[kind], value).map((i): [NamedKind, string] => [kind, ids[kind][i] ?? '']),
    );
  }

  /** Loads what the table makes of its characters once one of them turns up: few readers meet any. */
  async #learn(texts: string[]): Promise<void> {
    if (texts.every((text) => isCovered(text, this.#table))) return;
    const targets = await this.#shards.bytes(this.#directory.foldTargets);
    if (this.#table.targets.size > 0) return;
    this.#table = readFoldTargets(this.#table, targets);
    this.#fold = createFold(this.#table);
  }

  async #read(typed: string): Promise<Understood> {
    await this.#learn([typed]);
    return parseQuery(typed, this.fold);
  }

  /** Units at places, which can then be marked. */
  async #shown(places: Place[]): Promise<Unit[]> {
    const units = await unitsAt(places);
    await this.#learn(units.flatMap(({ turns }) => turns.map(({ text }) => text)));
    return units;
  }

  #ids = (): Promise<IdsFile> => this.#shards.json(this.#directory.ids);

  #aliases = (): Promise<AliasesFile> => this.#shards.json(this.#directory.aliases);

  async #evaluate(query: Query): Promise<{ masks: Masked[]; notices: Notice[] }> {
    const labels = await lookUpLabels(query, { ids: this.#ids, aliases: this.#aliases });
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
  if (directory.version !== 2) {
    throw new Error(`Expected a search index of version 2, got \`${directory.version}\``);
  }
  const shards = new Shards(load);
  const table = readFoldSources(await shards.bytes(directory.foldSources));
  return new SearchIndex(directory, table, shards);
}

/** Texts asked for at once by a download. */
const together = 32;

/** The units at places, as the archive stores them. */
const unitsAt = (places: Place[]): Promise<Unit[]> =>
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
  allFacets: async () => new Counts().facets,
  months: [],
  phrases: [],
});
