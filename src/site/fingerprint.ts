import type { Listed, View } from '../model/archive.ts';
import type { Topic } from '../model/topic.ts';
import type { Exchange, Transcript, Turn } from '../model/transcript.ts';
import type { Catalogue } from './catalogue.ts';
import type { ComparedSheet, RecordChange } from './changes.ts';
import { digestOf } from './digest.ts';
import type { EditionsSheet, ReadingSheet } from './editions.ts';
import { hasFeeds } from './feed-writer.ts';
import type { GoneSheet } from './gone.ts';
import { kinOf } from './kin.ts';
import type { Leaf } from './leaves.ts';
import { monthTopics } from './month-topics.ts';
import type { MonthSheet } from './months.ts';
import {
  type CalendarSheet,
  type ExchangeSheet,
  exchangesOf,
  type SourceSheet,
  type TranscriptSheet,
  type ViewSheet,
  type YearSheet,
} from './sheets.ts';

/** Site path → digest of all that the page is made from. */
export type Fingerprints = Map<string, string>;

/**
 * What every page is made from, as digests: two builds that give a page the same fingerprint give
 * it the same bytes. `engine` stands for the code and assets that make all pages.
 *
 * What every day changes stands on few pages: home, indexes, sources and search are one digest of all.
 */
export function fingerprintsOf(catalogue: Catalogue, engine: string): Fingerprints {
  const { archive } = catalogue;
  const common = digestOf(
    engine,
    archive.site,
    archive.styles,
    hasFeeds(catalogue),
    catalogue.docs.length > 0,
    catalogue.calendars.length > 0,
  );
  const prints: Fingerprints = new Map();
  const words = new Words(catalogue);
  const put = (path: string, ...parts: unknown[]): void => {
    prints.set(path, digestOf(common, ...parts));
  };
  for (const it of catalogue.exchanges) put(it.path, ...words.exchangePage(it));
  for (const it of catalogue.transcripts) put(it.path, ...words.transcriptPage(it));
  for (const it of catalogue.leaves) put(it.path, ...words.leaf(it));
  for (const it of catalogue.unplaced) put(it.path, ...words.leafOf(it));
  for (const it of catalogue.months) put(it.path, ...words.month(it));
  for (const it of catalogue.years) put(it.path, ...words.year(it));
  for (const it of catalogue.calendars) put(it.path, ...words.calendar(it));
  for (const it of catalogue.sources) put(it.path, ...words.source(it));
  for (const it of catalogue.changed) put(it.path, ...words.changed(it));
  for (const it of catalogue.changes.compared) put(it.path, ...words.compared(it));
  for (const it of catalogue.gone) put(it.path, ...words.gone(it));
  for (const it of catalogue.editions) put(it.path, ...words.editions(it));
  for (const it of catalogue.editionLists) put(it.path, ...words.editionList(it));
  for (const it of catalogue.readings) put(it.path, ...words.reading(it));
  for (const it of catalogue.pages) put(it.path, it);
  for (const it of catalogue.docs) put(it.path, it);
  put('/404.html');
  put('/data/', catalogue.pack);
  const all = digestOf(
    [...prints],
    [...archive.sources.values()],
    catalogue.views.map(({ id, kind, names }) => [kind, id, names]),
  );
  for (const path of ['/', '/years/', '/sources/', '/search/']) put(path, all);
  for (const { path } of catalogue.indexes) put(path, all);
  return prints;
}

/** The parts of pages, each digested once however many pages show it. */
class Words {
  readonly #catalogue: Catalogue;
  readonly #exchanges = new Map<Exchange, string>();
  readonly #headings = new Map<Transcript, unknown>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  exchangePage({ exchange, transcript, place, count, previous, next }: ExchangeSheet): unknown[] {
    const beside = [previous, next].map((it) => it && this.exchange(it, transcript));
    const changed = this.#catalogue.changes.places.get(exchange.id);
    const own = this.exchange(exchange, transcript);
    return [own, this.provenance(transcript), place, count, beside, changed];
  }

  transcriptPage({ transcript, previous, next }: TranscriptSheet): unknown[] {
    const inside = transcript.children.map((child) =>
      child.type === 'exchange' ? this.exchange(child, transcript) : child,
    );
    const beside = [previous, next].map((it) => it && [it.id, it.date, it.title, it.language]);
    const gone = this.#catalogue.goneFrom(transcript).map(({ event }) => event);
    return [inside, this.provenance(transcript), beside, gone];
  }

  leaf({ view, ...leaf }: ViewSheet): unknown[] {
    const { archive } = this.#catalogue;
    const { kind, id, names } = view;
    const subject = kind === 'topics' ? archive.topics.get(id) : archive.outlets.get(id);
    const kin = kind === 'topics' && Object.values(kinOf(archive, id)).map(namesOf);
    const whole = leaf.newer === null && this.whole(view, leaf.yearAt);
    return [kind, names, subject, kin, this.leafOf(leaf), whole];
  }

  leafOf({ listed, newer, older }: Leaf<Listed>): unknown[] {
    return [newer, older, listed.map((it) => this.listed(it))];
  }

  month({ month, transcripts, earlier, later }: MonthSheet): unknown[] {
    const topics = monthTopics(this.#catalogue, month);
    return [
      topics.map(({ view, share, usual }) => [view.id, view.names, share, usual]),
      transcripts.map((it) => this.transcriptPage(besideNothing(it))),
      [earlier, later],
    ];
  }

  year({ path, transcripts, ...around }: YearSheet): unknown[] {
    return [path, around, transcripts.map((it) => [this.heading(it), exchangesOf(it).length])];
  }

  calendar(sheet: CalendarSheet): unknown[] {
    const named = sheet.absences.map((it) => this.#catalogue.institutionNames(it));
    return [...this.year(sheet), named];
  }

  source({ source, transcripts }: SourceSheet): unknown[] {
    const institution = this.#catalogue.institutionNames(source);
    return [source, institution, transcripts.map((it) => this.transcriptPage(besideNothing(it)))];
  }

  changed({ listed, newer, older }: Leaf<RecordChange>): unknown[] {
    const rows = listed.map(({ transcript, ...change }) => [this.heading(transcript), change]);
    return [newer, older, rows];
  }

  compared({ transcript, versions }: ComparedSheet): unknown[] {
    return [this.provenance(transcript), versions];
  }

  gone({ event, transcript, versions }: GoneSheet): unknown[] {
    return [event, versions, transcript && this.provenance(transcript)];
  }

  editions({ briefing, editions }: EditionsSheet): unknown[] {
    return [briefing, editions.map((it) => this.transcriptPage(besideNothing(it)))];
  }

  editionList({ listed, newer, older }: Leaf<EditionsSheet>): unknown[] {
    return [newer, older, listed.map(({ editions }) => editions.map((it) => this.provenance(it)))];
  }

  reading({ alignment, a, b }: ReadingSheet): unknown[] {
    return [alignment, [a, b].map((it) => this.transcriptPage(besideNothing(it)))];
  }

  /** What the first leaf of a listing says of all of it: chart, counts, what stands beside. */
  private whole(view: View, yearAt: Map<string, string>): unknown {
    const { kind, exchanges } = view;
    const last = exchanges[0]?.transcript.date;
    if (last === undefined) return [];
    const { usuallyAsked, archive } = this.#catalogue;
    const usual =
      kind === 'outlets' && [...archive.topics.keys()].map((it) => usuallyAsked.count(it, last));
    return [
      digestOf(exchanges.map((it) => this.listed(it))),
      [...this.#catalogue.monthsOf(view)],
      usual && digestOf(usual, usuallyAsked.all(last)),
      [...yearAt],
    ];
  }

  private listed({ exchange, transcript }: Listed): unknown {
    const briefing = this.#catalogue.briefingOf(transcript);
    return [exchange.id, transcript.date, briefing, this.exchange(exchange, transcript)];
  }

  /** An exchange's words and flags, why it is where it is listed, and what its names resolve to. */
  private exchange(exchange: Exchange, { institution, language }: Transcript): string {
    const known = this.#exchanges.get(exchange);
    if (known !== undefined) return known;
    const { archive } = this.#catalogue;
    const turns = exchange.children.filter((child) => child.type === 'turn');
    const placements = this.#catalogue.placementsOf(exchange);
    const topics = placements.map(({ topic }) => namedTopic(archive.topics.get(topic)));
    const named = turns.map((turn: Turn) => [
      turn.outlet && archive.outlets.get(turn.outlet),
      [turn.speaker, turn.label].map((name) => name && this.#catalogue.personOf(name, institution)),
    ]);
    const digest = digestOf(exchange, language, placements, topics, named);
    this.#exchanges.set(exchange, digest);
    return digest;
  }

  /** A transcript without its children, and what its source and people are called. */
  private provenance(transcript: Transcript): unknown {
    const { source, institution, spokespersons } = transcript;
    return [
      this.heading(transcript),
      this.#catalogue.archive.sources.get(source),
      this.#catalogue.institutionNames(transcript),
      spokespersons.map((name) => this.#catalogue.personOf(name, institution)),
      this.#catalogue.archive.corrections.get(transcript.id),
    ];
  }

  /** What a transcript's pages say of its other editions. */
  private others(transcript: Transcript): unknown {
    const found = this.#catalogue.editionsOf(transcript);
    return (
      found && [
        found.briefing.alignments,
        found.editions.map((it) => this.#catalogue.editionNames(it)),
      ]
    );
  }

  private heading(transcript: Transcript): unknown {
    const known = this.#headings.get(transcript);
    if (known !== undefined) return known;
    const { children: _, ...facts } = transcript;
    const heading = digestOf(
      facts,
      this.#catalogue.changes.places.get(transcript.id),
      this.others(transcript),
      this.#catalogue.citing.item(transcript, 'en').version,
    );
    this.#headings.set(transcript, heading);
    return heading;
  }
}

const namesOf = (topics: Topic[]): unknown[] => topics.map(({ id, names }) => [id, names]);

const namedTopic = (topic: Topic | undefined): unknown =>
  topic && [topic.names, topic.territory, topic.parents?.length];

const besideNothing = (transcript: Transcript): TranscriptSheet => ({
  path: '',
  transcript,
  exchanges: [],
  previous: null,
  next: null,
});
