import type { LedgerEvent } from '../model/ledger.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Life } from './book.ts';
import type { Held } from './held.ts';
import { type LastSeen, type Numbered, numberWording } from './number-wording.ts';
import { recordPresence } from './presence.ts';
import type { Sighting } from './sighting.ts';
import { transcriptOf } from './transcript-of.ts';
import { latestWording, wordingsOf } from './versions.ts';

/** Fold all sightings of one transcript, in order; new lines of the ledger go to `record`. */
export function settleTranscript(
  life: Life,
  sightings: Sighting[],
  record: (event: LedgerEvent) => void,
): { transcript: Transcript | null; held: Held[] } {
  const lastSeen: LastSeen = new Map();
  const numbered: Numbered[] = [];
  const held: Held[] = [];
  for (const wording of wordingsOf(sightings, life)) {
    const result = numberWording(life, wording, lastSeen, record);
    if ('held' in result) held.push(result.held);
    else numbered.push(result.numbered);
  }
  const today = latestWording(numbered);
  if (!today) return { transcript: null, held };
  recordPresence(life, today, lastSeen, record);
  return { transcript: transcriptOf(life, today, numbered), held };
}
