import { capturesOf } from '../archive/transcripts.ts';
import { type Life, readBook } from '../ledger/book.ts';
import type { Absence } from '../ledger/sighting.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Observed, Seen } from './observe.ts';
import type { Readable } from './readable.ts';

/** A transcript that stays as it is, because not all of its captures can be read. */
export interface Unreadable {
  /** Transcript id. */
  id: string;
  /** What cannot be read of it: captures by their first digits and address. */
  captures: string[];
}

/** What of a source can be settled, and what must wait until its captures are back. */
export interface Settleable {
  seen: Seen[];
  absences: Absence[];
  unreadable: Unreadable[];
}

/**
 * Leave out what concerns a transcript of which a capture is known and cannot be read: without it, words
 * that the record still shows would seem removed, and older ones today's. So is a page that nobody knows
 * if it is of the day of such a transcript, for it may be another page of the same.
 *
 * `staying` names transcripts that rest on the same captures as last time.
 */
export async function settleable(
  content: string,
  { seen, absences, readable }: Observed,
  ledger: LedgerEvent[],
  staying: ReadonlySet<string>,
): Promise<Settleable> {
  const { lives, addresses } = readBook(ledger);
  const lost = new Set(
    [...addresses].filter(([url]) => readable.isLost(url)).flatMap(([, ids]) => ids),
  );
  const unreadable: Unreadable[] = [];
  for (const life of lives.values()) {
    if (staying.has(life.id)) continue;
    const captures = await missingOf(content, life, readable);
    if (captures.length === 0 && lost.has(life.id)) captures.push(`one of ${life.url}`);
    if (captures.length > 0) unreadable.push({ id: life.id, captures });
  }
  if (unreadable.length === 0) return { seen, absences, unreadable };
  const waiting = new Set(unreadable.map(({ id }) => id));
  const days = new Set(unreadable.map(({ id }) => dayOf(id)));
  const isFree = (url: string) => !addresses.get(url)?.some((id) => waiting.has(id));
  return {
    seen: seen.filter(
      ({ capture: { url }, date }) => isFree(url) && (addresses.has(url) || !days.has(date)),
    ),
    absences: absences.filter(({ url }) => isFree(url)),
    unreadable,
  };
}

/** What the stored transcript and the ledger name and nobody can read. */
async function missingOf(content: string, life: Life, readable: Readable): Promise<string[]> {
  const stored = await capturesOf(content, life.id);
  const missing = readable.missing(stored ?? []);
  const known = new Set(missing.map(({ sha256 }) => sha256));
  const versions = [...life.versions.values()].filter(
    ({ capture }) => !readable.has(capture) && !known.has(capture),
  );
  const named = [
    ...missing.map(({ sha256, url }) => `${short(sha256)} of ${url}`),
    ...versions.map(({ capture, version }) => `${short(capture)}, which first showed ${version}`),
  ];
  // Nobody knows which captures it had, and the one that cannot be read may show today's words.
  const isUnknown = stored === null && readable.faults > 0 && life.versions.size > 1;
  return named.length === 0 && isUnknown ? [`one of ${life.url}, if it had more`] : named;
}

const short = (sha256: string): string => sha256.slice(0, 12);

/** The day in a transcript's id. */
const dayOf = (id: string): string => id.split('/')[1]?.slice(0, 10) ?? '';
