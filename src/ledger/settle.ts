import type { LedgerEvent } from '../model/ledger.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Versions } from '../model/versions.ts';
import { enter, lifeOf, readBook } from './book.ts';
import type { Held } from './held.ts';
import { identify } from './identify.ts';
import { settleTranscript } from './settle-transcript.ts';
import { type Absence, compare, type Sighting } from './sighting.ts';
import { absencesIn } from './vanish.ts';

/** What settling yields. */
export interface Settled {
  /** By id. A transcript whose today's wording is held back shows its last settled one. */
  transcripts: Transcript[];
  /** The words of all versions of each transcript that has more than one, by id. */
  versions: Versions[];
  /** The lines to append to the ledger, in order; none when nothing is new. */
  events: LedgerEvent[];
  /** Wordings that cannot be settled without a person, by transcript id. */
  held: Held[];
}

/**
 * Give every exchange of one source its number: the one place that adds to the ledger.
 *
 * Captures are state and always there, so this is a fold over all of them, not a step from the last
 * run: the versions of a transcript are compared with each other in memory, and the ledger only says
 * what was minted. Sightings may come in any order. Settling again with the events appended yields
 * the same transcripts and no events. `absences` say which of their pages are gone.
 */
export function settle(
  sightings: Sighting[],
  ledger: LedgerEvent[],
  absences: Absence[] = [],
): Settled {
  const book = readBook(ledger);
  const events: LedgerEvent[] = [];
  const record = (event: LedgerEvent) => {
    enter(book, event);
    events.push(event);
  };
  const { shown, doubtful } = identify(sightings, book, record);
  const missing = absencesIn(book, absences);
  const results = [...shown]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, list]) =>
      settleTranscript(
        lifeOf(book, id),
        { sightings: list, doubtful },
        missing.get(id) ?? [],
        record,
      ),
    );
  return {
    transcripts: results.flatMap(({ transcript }) => transcript ?? []),
    versions: results.flatMap(({ versions }) => versions ?? []),
    events,
    held: results.flatMap(({ held }) => held),
  };
}
