import type { UiLanguage } from '../model/names.ts';
import { utf8 } from './bytes.ts';
import { countLabels } from './count-labels.ts';
import { type Directory, directoryPath, indexVersion } from './directory.ts';
import { evaluate, isPlain } from './evaluate.ts';
import { Counts, type Facets, type Month } from './facets.ts';
import {
  createFold,
  type Fold,
  type FoldTable,
  isCovered,
  readFoldSources,
  readFoldTargets,
} from './fold.ts';
import type { AliasesFile, IdsFile, NamedKind, NamesById, NamesFile } from './names.ts';
import { newest, type Order } from './order.ts';
import { parseQuery } from './parse-query.ts';
import type { Masked, Place } from './place.ts';
import {
  type Notice,
  type PhraseQuery,
  type Query,
  type Understood,
  wantedPhrases,
} from './query.ts';
import { Segment } from './segment.ts';
import type { lookUpSeldom } from './seldom.ts';
import { type Load, Shards } from './shards.ts';
import type { Unit } from './unit.ts';
import type { Words } from './words.ts';

/** How a search is narrowed to a page of hits, ordered and counted. */
export interface SearchOptions {
  /** Hits to show, 10 if not given. */
  limit?: number;
  /** Hits to pass over. */
  offset?: number;
  /** Newest first if not given. */
  sort?: Order;
  /** Tells how often the words were said in each unit, for the months; costs the words' places. */
  occurrences?: ((segment: Segment, query: Query) => Promise<ArrayLike<number>>) | undefined;
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

/** Loads the part of the engine that few queries need. */
export type LoadLater = () => Promise<{ lookUpSeldom: typeof lookUpSeldom }>;

/** The query engine: the same in the browser and in Node, over the same files. */
export class SearchIndex {
  readonly #directory: Directory;
  readonly #shards: Shards;
  readonly #segments: Segment[];
  readonly #later: LoadLater;
  #table: FoldTable;
  #fold: Fold;

  constructor(directory: Directory, table: FoldTable, shards: Shards, later: LoadLater) {
    this.#later = later;
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
    const { limit = 10, offset = 0, sort = newest, occurrences } = options;
    const { query, notices } = await this.#read(typed);
    const { masks, notices: unknown } = await this.#evaluate(query);
    const counts = new Counts();
    for (const { segment, mask } of masks) {
      counts.add(await segment.calendar(), mask, await occurrences?.(segment, query));
    }
    const places = await sort(masks, query);
    return {
      total: counts.found,
      all: counts.all,
      hits: await this.#shown(places.slice(offset, offset + limit)),
      facets: counts.facets,
      allFacets: async () => counts.withLabels(await countLabels(masks), await this.ids()),
      months: counts.months,
      phrases: wantedPhrases(query),
      notices: [...notices, ...unknown],
    };
  }

  /** Where a query finds something, newest first, without reading the texts. */
  async places(typed: string): Promise<Place[]> {
    const { query } = await this.#read(typed);
    return newest((await this.#evaluate(query)).masks, query);
  }

  /** What facets call things. */
  async names(language: UiLanguage): Promise<NamesById> {
    const [ids, names] = await Promise.all([
      this.ids(),
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

  /** What the index knows by name. */
  ids = (): Promise<IdsFile> => this.#shards.json(this.#directory.ids);

  /** Every form of those names. */
  aliases = (): Promise<AliasesFile> => this.#shards.json(this.#directory.aliases);

  /** A text as the index has it. */
  async folded(text: string): Promise<string> {
    await this.#learn([text]);
    return this.fold.text(text);
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
    const units = await Promise.all(places.map(({ segment, unit }) => segment.unit(unit)));
    await this.#learn(units.flatMap(({ turns }) => turns.map(({ text }) => text)));
    return units;
  }

  async #evaluate(query: Query): Promise<{ masks: Masked[]; notices: Notice[] }> {
    const seldom = isPlain(query)
      ? undefined
      : await (await this.#later()).lookUpSeldom(query, this);
    // Where no word was left of a query, nothing is searched, and nothing was: `all` is 0.
    const segments = query.type === 'all' && query.of.length === 0 ? [] : this.#segments;
    const masks = await Promise.all(
      segments.map(async (segment) => ({
        segment,
        mask: await evaluate(segment, query, seldom),
      })),
    );
    return { masks, notices: seldom?.notices ?? [] };
  }
}

/** Opens the index behind `load`, which gets files by their path from the site's folder. */
export async function openIndex(load: Load, later: LoadLater): Promise<SearchIndex> {
  const directory: Directory = JSON.parse(utf8.decode(await load(directoryPath)));
  if (directory.version !== indexVersion) {
    throw new Error(
      `Expected a search index of version ${indexVersion}, got \`${directory.version}\``,
    );
  }
  const shards = new Shards(load);
  const table = readFoldSources(await shards.bytes(directory.foldSources));
  return new SearchIndex(directory, table, shards, later);
}
