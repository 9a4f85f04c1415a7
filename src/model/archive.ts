import type { Correction } from './correction.ts';
import type { Dialects } from './dialect.ts';
import type { Briefing } from './edition.ts';
import type { Institution } from './institution.ts';
import type { LedgerEvent } from './ledger.ts';
import type { Names } from './names.ts';
import type { Outlet } from './outlet.ts';
import type { Page } from './page.ts';
import type { Person } from './person.ts';
import type { Problem } from './problem.ts';
import type { Site } from './site.ts';
import type { Source } from './source.ts';
import type { Style } from './style.ts';
import type { Tombstone } from './tombstone.ts';
import type { Placement, Topic } from './topic.ts';
import type { Exchange, Transcript } from './transcript.ts';
import type { Versions } from './versions.ts';

/** All of content/, loaded and cross-checked; every list in a stated, stable order. */
export interface Archive {
  site: Site;
  institutions: Map<string, Institution>;
  sources: Map<string, Source>;
  dialects: Dialects;
  outlets: Map<string, Outlet>;
  people: Map<string, Person>;
  /** By id. */
  topics: Map<string, Topic>;
  /** By date, then id; oldest first. */
  transcripts: Transcript[];
  /** Exchange id → placements, by topic id. */
  placements: Map<string, Placement[]>;
  ledger: LedgerEvent[];
  /** Id → what its address says, for what today's record does not show. */
  tombstones: Map<string, Tombstone>;
  /** Transcript id → the words of its versions, for those that have more than one. */
  versions: Map<string, Versions>;
  /** Transcript id → the correction by which it was read. */
  corrections: Map<string, Correction>;
  /** Of which more than one source published a record; by id. */
  briefings: Briefing[];
  pages: Page[];
  /** Citation styles beyond our own, by id. */
  styles: Style[];
  /** What could not be loaded or does not fit together, by file and line; the rest is here. */
  problems: Problem[];
}

/** What exports name: everything of an archive but its transcripts. */
export type ExportNames = Pick<
  Archive,
  'site' | 'institutions' | 'sources' | 'outlets' | 'people' | 'topics'
> & {
  /** Ids of what the ledger withholds. */
  withheld: ReadonlySet<string>;
};

/** Some transcripts of an archive, oldest first, and where their exchanges are placed. */
export type Portion = Pick<Archive, 'transcripts' | 'placements'>;

/** An exchange in the transcript that holds it. */
export interface Listed {
  transcript: Transcript;
  exchange: Exchange;
}

/** One listing of exchanges: a topic, an outlet, a speaker, a year. */
export interface View {
  kind: 'topics' | 'outlets' | 'speakers' | 'years';
  /** With `kind` the site path: see `viewPath`. A speaker without an id in people.yaml goes by the name as printed. */
  id: string;
  names: Names;
  /** The newest transcript first, in reading order within one; slight exchanges left out. */
  exchanges: Listed[];
}
