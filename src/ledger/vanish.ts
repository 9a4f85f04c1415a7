import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Book, Life } from './book.ts';
import { groupBy } from './group-by.ts';
import { type Absence, compare, type Sighting } from './sighting.ts';
import { dayOf } from './strands.ts';

type Turn = LedgerLine<'vanished' | 'returned'>;

/**
 * Record when a transcript's page went from its site, and when it came back.
 *
 * Captures that tell of a time before the ledger's last word on it add nothing.
 */
export function recordVanishing(
  life: Life,
  sightings: Sighting[],
  absences: Absence[],
  record: (event: LedgerEvent) => void,
): void {
  const seen = life.presence?.seen ?? '';
  const redated = [...sightings, ...absences].find((it) => it.redated?.from === seen);
  const told = redated?.recorded ?? seen;
  for (const turn of turnsOf(life.id, sightings, absences)) {
    const before = life.presence?.event ?? 'returned';
    if (turn.seen > told && turn.event !== before) record(turn);
  }
}

/**
 * Each time the page went or came back, in order. It is gone once the last answer of each address is
 * an absence. A file that was imported proves nothing about the site, so only what was fetched
 * brings a page back.
 */
function turnsOf(id: string, sightings: Sighting[], absences: Absence[]): Turn[] {
  const there = new Map<string, boolean>();
  const turns: Turn[] = [];
  let last: string | null = null;
  const answers = [...sightings.map(asAnswer), ...absences.map(asAnswer)];
  for (const { seen, address, fetched, status } of answers.sort((a, b) =>
    compare(a.seen, b.seen),
  )) {
    if (fetched || !there.has(address)) there.set(address, status === null);
    const gone = [...there.values()].every((present) => !present);
    if (status !== null && gone) turns.push({ event: 'vanished', id, seen, last, status });
    if (status === null && fetched) turns.push({ event: 'returned', id, seen });
    if (status === null && fetched) last = seen;
  }
  return turns;
}

function asAnswer(it: Sighting | Absence) {
  const { capture } = 'capture' in it ? it : { capture: { url: it.url, how: 'fetched' } };
  return {
    seen: it.recorded,
    address: addressOf(capture.url),
    fetched: capture.how === 'fetched',
    status: 'status' in it ? it.status : null,
  };
}

/** Transcript id → the absences of its addresses; of an address that is used again, of its last day's. */
export function absencesIn({ addresses }: Book, absences: Absence[]): Map<string, Absence[]> {
  const owners = new Map<string, string>();
  for (const [url, ids] of addresses) {
    const last = [owners.get(addressOf(url)) ?? '', ...ids].sort(compareDays).at(-1);
    if (last) owners.set(addressOf(url), last);
  }
  return groupBy(absences, ({ url }) => owners.get(addressOf(url)) ?? '');
}

const compareDays = (a: string, b: string): number => compare(dayOf(a), dayOf(b));

/** Addresses that differ in nothing but the scheme are one page. */
export const addressOf = (url: string): string => url.replace(/^https?:/, '');
