import type { Institution } from './institution.ts';
import type { LedgerEvent } from './ledger.ts';
import type { Outlet } from './outlet.ts';
import type { Person } from './person.ts';
import type { Site } from './site.ts';
import type { Source } from './source.ts';
import type { Placement, Topic } from './topic.ts';
import type { Transcript } from './transcript.ts';

/** A Markdown page of the site's own, such as about. */
export interface Page {
  /** File name without `.md`: the site path. */
  id: string;
  title: string;
  markdown: string;
}

/** All of content/, loaded and cross-checked; every list in a stated, stable order. */
export interface Archive {
  site: Site;
  institutions: Map<string, Institution>;
  sources: Map<string, Source>;
  outlets: Map<string, Outlet>;
  people: Map<string, Person>;
  /** By id. */
  topics: Map<string, Topic>;
  /** By date, then id; oldest first. */
  transcripts: Transcript[];
  /** Exchange id → placements, by topic id. */
  placements: Map<string, Placement[]>;
  ledger: LedgerEvent[];
  pages: Page[];
}
