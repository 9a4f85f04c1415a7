import type { Listed, View } from '../model/archive.ts';
import type { Topic } from '../model/topic.ts';
import type { Exchange, Transcript, Turn } from '../model/transcript.ts';
import type { Catalogue } from './catalogue.ts';
import type { ComparedSheet, RecordChange } from './changes.ts';
import { digestOf } from './digest.ts';
import type { EditionsSheet, ReadingSheet } from './editions.ts';
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

/** The parts of pages, each digested once however many pages show it. */
export class PageParts {
  readonly #catalogue: Catalogue;
  readonly #exchanges = new Map<Exchange, string>();
  readonly #headings = new Map<Transcript, string>();
  readonly #provenances = new Map<Transcript, string>();

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
    return once(this.#exchanges, exchange, () => {
      const { archive } = this.#catalogue;
      const turns = exchange.children.filter((child) => child.type === 'turn');
      const placements = this.#catalogue.placementsOf(exchange);
      const topics = placements.map(({ topic }) => namedTopic(archive.topics.get(topic)));
      const named = turns.map((turn: Turn) => [
        turn.outlet && archive.outlets.get(turn.outlet),
        [turn.speaker, turn.label].map(
          (name) => name && this.#catalogue.personOf(name, institution),
        ),
      ]);
      return digestOf(exchange, language, placements, topics, named);
    });
  }

  /** A transcript without its children, and what its source and people are called. */
  private provenance(transcript: Transcript): string {
    const { source, institution, spokespersons } = transcript;
    return once(this.#provenances, transcript, () =>
      digestOf(
        this.heading(transcript),
        this.#catalogue.archive.sources.get(source),
        this.#catalogue.institutionNames(transcript),
        spokespersons.map((name) => this.#catalogue.personOf(name, institution)),
        this.#catalogue.archive.corrections.get(transcript.id),
      ),
    );
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

  private heading(transcript: Transcript): string {
    return once(this.#headings, transcript, () => {
      const { children: _, ...facts } = transcript;
      return digestOf(
        facts,
        this.#catalogue.changes.places.get(transcript.id),
        this.others(transcript),
        this.#catalogue.citing.item(transcript, 'en').version,
      );
    });
  }
}

/** A digest that many pages share, worked out for the first. */
function once<Key>(known: Map<Key, string>, key: Key, digest: () => string): string {
  const found = known.get(key) ?? digest();
  known.set(key, found);
  return found;
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
