import type { LedgerEvent } from '../model/ledger.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Versions } from '../model/versions.ts';
import type { Life } from './book.ts';
import type { Held } from './held.ts';
import type { Memory } from './known.ts';
import { type Numbered, numberWording } from './number-wording.ts';
import { recordPresence } from './presence.ts';
import type { Absence, Sighting } from './sighting.ts';
import { transcriptOf, versionsOf } from './transcript-of.ts';
import { recordVanishing } from './vanish.ts';
import { latestWording, wordingsOf } from './versions.ts';

/** Fold all sightings of one transcript, in order; new lines of the ledger go to `record`. */
export function settleTranscript(
  life: Life,
  sightings: Sighting[],
  absences: Absence[],
  record: (event: LedgerEvent) => void,
): { transcript: Transcript | null; versions: Versions | null; held: Held[] } {
  const memory: Memory = { shown: [], words: new Map() };
  const numbered: Numbered[] = [];
  const held: Held[] = [];
  for (const wording of wordingsOf(sightings, life)) {
    const result = numberWording(life, wording, memory, record);
    if ('held' in result) {
      held.push(result.held);
      continue;
    }
    numbered.push(result.numbered);
    remember(memory, result.numbered);
  }
  const today = latestWording(numbered);
  if (!today) return { transcript: null, versions: null, held };
  recordPresence(life, today, memory, record);
  recordVanishing(life, sightings, absences, record);
  return {
    transcript: transcriptOf(life, today, numbered),
    versions: versionsOf(life, numbered),
    held,
  };
}

function remember(memory: Memory, { version: { version }, seats }: Numbered): void {
  memory.shown = seats.map(({ n }) => n);
  for (const { n, exchange } of seats) memory.words.set(n, { exchange, version });
}
