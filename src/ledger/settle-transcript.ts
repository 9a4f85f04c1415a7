import type { LedgerEvent } from '../model/ledger.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Versions } from '../model/versions.ts';
import type { Life } from './book.ts';
import type { Held } from './held.ts';
import { recordInheritance } from './inherit.ts';
import type { Memory } from './known.ts';
import { type Numbered, numberWording } from './number-wording.ts';
import { recordPresence } from './presence.ts';
import { recordDates } from './redate.ts';
import { type Absence, compare, type Sighting } from './sighting.ts';
import { transcriptOf, versionsOf } from './transcript-of.ts';
import { recordVanishing } from './vanish.ts';
import { latestWording, type Wording, wordingsOf } from './versions.ts';

/** Fold all sightings of one transcript, in order; new lines of the ledger go to `record`. */
export function settleTranscript(
  life: Life,
  { sightings, doubtful }: { sightings: Sighting[]; doubtful: ReadonlySet<Sighting> },
  absences: Absence[],
  record: (event: LedgerEvent) => void,
): { transcript: Transcript | null; versions: Versions | null; held: Held[] } {
  const { numbered, held } = foldWordings(life, { sightings, doubtful }, record);
  const today = latestWording(numbered);
  if (!today) return { transcript: null, versions: null, held };
  recordDates(life, sightings, today, record);
  const memory = memoryOf([...numbered].sort(byTime));
  recordPresence(life, today, memory, record);
  recordInheritance(life, today, { numbered, memory }, record);
  recordVanishing(life, sightings, absences, record);
  return {
    transcript: transcriptOf(life, today, numbered),
    versions: versionsOf(life, numbered),
    held,
  };
}

/**
 * Number the wordings of a transcript one after another, each with what others said before it; `before`
 * is told of each what it was, or as a new one would be, compared with.
 */
export function foldWordings(
  life: Life,
  { sightings, doubtful }: { sightings: Sighting[]; doubtful: ReadonlySet<Sighting> },
  record: (event: LedgerEvent) => void,
  before: (it: Numbered, memory: Memory) => void = () => {},
): { numbered: Numbered[]; held: Held[] } {
  const numbered: Numbered[] = [];
  const held: Held[] = [];
  for (const wording of wordingsOf(sightings, life)) {
    const known = wording.version ? numbered : nearestLast(wording, numbered);
    const result = numberWording(life, { wording, doubtful }, memoryOf(known), record);
    if ('held' in result) {
      held.push(result.held);
      continue;
    }
    before(result.numbered, memoryOf(known));
    numbered.push(result.numbered);
  }
  return { numbered, held };
}

/** What wordings said, the last of them most of all. */
function memoryOf(list: Numbered[]): Memory {
  const memory: Memory = { shown: [], words: new Map() };
  for (const { version, seats } of list) {
    memory.shown = seats.map(({ n }) => n);
    for (const { n, exchange } of seats)
      memory.words.set(n, { exchange, version: version.version });
  }
  return memory;
}

/** Wordings in the order in which a new one is compared with them: the one just before it in time comes last. */
function nearestLast({ sightings: [{ recorded }] }: Wording, list: Numbered[]): Numbered[] {
  const sorted = [...list].sort(byTime);
  const later = sorted.filter(({ sightings: [first] }) => first.recorded > recorded);
  return [...later.reverse(), ...sorted.filter((it) => !later.includes(it))];
}

const byTime = (a: Numbered, b: Numbered): number =>
  compare(a.sightings[0].recorded, b.sightings[0].recorded);
