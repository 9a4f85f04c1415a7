import { views } from '../archive/views.ts';
import { addressOf, basePathOf } from '../model/address.ts';
import type { Archive, Listed, View } from '../model/archive.ts';
import type { Names, UiLanguage } from '../model/names.ts';
import { Naming } from '../model/naming.ts';
import type { Outlet } from '../model/outlet.ts';
import type { Person } from '../model/person.ts';
import type { Site } from '../model/site.ts';
import type { Placement } from '../model/topic.ts';
import type { Exchange, Transcript, Turn } from '../model/transcript.ts';
import type { Asset } from './assets.ts';
import { type Changes, changesIn, type RecordChange } from './changes.ts';
import { Citing, type StyleFiles } from './citing.ts';
import type { DocSheet } from './docs.ts';
import {
  type Counterpart,
  counterpartsOf,
  type EditionsSheet,
  editionsSheets,
  type ReadingSheet,
} from './editions.ts';
import { type GoneSheet, goneSheets } from './gone.ts';
import { grouped } from './grouped.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { MonthCounts } from './month-counts.ts';
import { type MonthSheet, monthSheets } from './months.ts';
import type { Offered } from './offered.ts';
import type { Sheets } from './select.ts';
import * as sheets from './sheets.ts';
import { Usual } from './usual.ts';
import { voicesOf } from './voices-of.ts';

/** Everything templates get: the archive, its listings, and a sheet for every page. */
export class Catalogue {
  readonly archive: Archive;
  readonly assets: Map<string, Asset>;
  readonly views: View[];
  readonly #listings: ReadonlySet<string>;
  readonly transcripts: sheets.TranscriptSheet[];
  readonly exchanges: sheets.ExchangeSheet[];
  readonly leaves: sheets.ViewSheet[];
  readonly indexes: sheets.IndexSheet[];
  /** Exchanges that no topic lists, the newest first. */
  readonly unplaced: Leaf<Listed>[];
  readonly years: sheets.YearSheet[];
  readonly months: MonthSheet[];
  /** Every year's, and the newest once more at the bare address. */
  readonly calendars: sheets.CalendarSheet[];
  readonly sources: sheets.SourceSheet[];
  readonly changes: Changes;
  readonly changed: Leaf<RecordChange>[];
  readonly gone: GoneSheet[];
  readonly editions: EditionsSheet[];
  readonly editionLists: Leaf<EditionsSheet>[];
  readonly readings: ReadingSheet[];
  readonly pages: sheets.PageSheet[];
  /** Lectern's own documentation; none where the site shows none. */
  readonly docs: DocSheet[];
  /** Exchanges that listings count: all but slight ones. */
  readonly exchangeCount: number;
  /** Topics among all exchanges that listings count, and among those that a known outlet asks. */
  readonly usual: Usual;
  readonly usuallyAsked: Usual;
  readonly #gone: Map<string, GoneSheet[]>;
  readonly #months: MonthCounts;
  readonly #editions: Map<string, EditionsSheet>;
  readonly #counterparts: Map<string, Counterpart[]>;
  /** Citations of its records. */
  readonly citing: Citing;
  /** The data pack that stands beside the pages, if one does. */
  readonly pack: Offered | null;
  /** What things and people are called. */
  readonly naming: Naming;

  constructor(
    archive: Archive,
    assets: Map<string, Asset>,
    styles: StyleFiles,
    docs: DocSheet[] = [],
    pack: Offered | null = null,
  ) {
    this.docs = docs;
    this.archive = archive;
    this.pack = pack;
    this.assets = assets;
    this.naming = new Naming(archive);
    this.citing = new Citing(archive, styles);
    this.views = views(archive);
    this.#listings = new Set(this.views.map(sheets.viewAddress));
    this.transcripts = sheets.transcriptSheets(archive);
    this.exchanges = sheets.exchangeSheets(archive);
    this.leaves = sheets.viewSheets(this.views);
    this.indexes = sheets.indexSheets(this.views);
    const listed = sheets.newestFirst(this.viewsOf('years'));
    this.unplaced = leavesOf(
      '/unplaced/',
      listed.filter(({ exchange }) => this.placementsOf(exchange).length === 0),
      sheets.leafSize,
    );
    this.years = sheets.yearSheets(archive);
    this.months = monthSheets(archive);
    this.calendars = sheets.calendarSheets(this.years);
    this.sources = sheets.sourceSheets(archive);
    this.changes = changesIn(archive);
    this.changed = leavesOf('/changed/', this.changes.all, 40);
    this.gone = goneSheets(archive);
    this.#gone = grouped(this.gone, ({ transcript }) => transcript?.id ?? '');
    this.editions = editionsSheets(archive);
    this.editionLists = leavesOf('/editions/', this.editions, 40);
    this.readings = this.editions.flatMap(({ readings }) => readings);
    this.pages = sheets.pageSheets(archive);
    this.exchangeCount = listed.length;
    this.usual = new Usual(listed, (exchange) => this.placementsOf(exchange));
    const asked = listed.filter(({ exchange }) => this.outletOf(voicesOf(exchange).asker));
    this.usuallyAsked = new Usual(asked, (exchange) => this.placementsOf(exchange));
    this.#months = new MonthCounts(archive, listed);
    this.#editions = new Map(
      this.editions.flatMap((sheet) => sheet.briefing.editions.map((id) => [id, sheet])),
    );
    this.#counterparts = counterpartsOf(this.editions);
  }

  /** The sheets of every page, by kind. */
  get sheets(): Sheets {
    return {
      home: [{ path: '/' }],
      briefings: [{ path: '/years/' }],
      sourceList: [{ path: '/sources/' }],
      data: [{ path: '/data/' }],
      search: [{ path: '/search/' }],
      missing: [{ path: '/404.html' }],
      transcripts: this.transcripts,
      exchanges: this.exchanges,
      leaves: this.leaves,
      unplaced: this.unplaced,
      indexes: this.indexes,
      years: this.years,
      months: this.months,
      calendars: this.calendars,
      sources: this.sources,
      changed: this.changed,
      compared: this.changes.compared,
      gone: this.gone,
      editions: this.editions,
      editionLists: this.editionLists,
      readings: this.readings,
      pages: this.pages,
      docs: this.docs,
    };
  }

  get site(): Site {
    return this.archive.site;
  }

  /** The language that a reader who has chosen none gets, and that titles are in. */
  get language(): UiLanguage {
    return this.archive.site.language;
  }

  /** The path that the site is served under, with a slash at either end. */
  get basePath(): string {
    return basePathOf(this.site);
  }

  /** The whole address of a site path, as others cite it; null where the site may stand anywhere. */
  address(path: string): string | null {
    return addressOf(this.site, path);
  }

  /** What a transcript held and holds no more, by id. */
  goneFrom({ id }: Transcript): GoneSheet[] {
    return this.#gone.get(id) ?? [];
  }

  /** YYYY-MM → exchanges that a listing chose from until the end of its last day, oldest first; none for an empty one. */
  monthsOf(view: View): ReadonlyMap<string, number> {
    return this.#months.upToLast(view);
  }

  viewsOf(kind: View['kind']): View[] {
    return this.views.filter((view) => view.kind === kind);
  }

  /** The outlet that a question's label was resolved to. */
  outletOf(turn: Turn | undefined): Outlet | null {
    return this.naming.outlet(turn);
  }

  /** Who a name on one of an institution's pages is, if people.yaml knows. */
  personOf(name: string, institution: string): Person | null {
    return this.naming.person(name, institution);
  }

  /** A speaker's names; as printed in every language where people.yaml has none. */
  speakerNames(name: string, institution: string): Names {
    return this.naming.speaker(name, institution);
  }

  /** The page of a listing; null where there is none, as for a speaker whose every answer is slight. */
  listingPath(view: Pick<View, 'kind' | 'id'>): string | null {
    const path = sheets.viewAddress(view);
    return this.#listings.has(path) ? path : null;
  }

  institutionNames(of: Pick<Transcript, 'institution'>): Names {
    return this.naming.institution(of);
  }

  placementsOf({ id }: Exchange): Placement[] {
    return this.archive.placements.get(id) ?? [];
  }

  /** The editions of a transcript's briefing, where it has others. */
  editionsOf({ id }: Transcript): EditionsSheet | undefined {
    return this.#editions.get(id);
  }

  /** How many briefings these are records of: the editions of one are one. */
  briefingCount(transcripts: Iterable<Transcript>): number {
    return new Set([...transcripts].map((it) => this.briefingOf(it))).size;
  }

  /** Stands for the briefing of a transcript; the same for its other editions. */
  briefingOf(transcript: Transcript): string {
    return this.editionsOf(transcript)?.path ?? transcript.id;
  }

  /** What the other editions of its briefing have of an exchange. */
  counterpartsOf({ id }: Exchange): Counterpart[] {
    return this.#counterparts.get(id) ?? [];
  }

  /** What the site calls an edition: its source. */
  editionNames({ source }: Transcript): Names {
    return this.archive.sources.get(source)?.names ?? { 'zh-Hans': source, en: source };
  }

  /** The style sheet or script of that file name; undefined where the site has none. */
  asset(name: string): Asset | undefined {
    return this.assets.get(name);
  }
}
