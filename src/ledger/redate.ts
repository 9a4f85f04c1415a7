import type { Redated } from '../model/capture.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import { dateKey, type Life } from './book.ts';
import type { Numbered } from './number-wording.ts';
import type { Sighting } from './sighting.ts';

/**
 * Record that dates of captures were put right, each once. The numbers that today's wording shows and that
 * lines above say are gone were never gone: wrong dates made another wording today's.
 */
export function recordDates(
  life: Life,
  sightings: Sighting[],
  today: Numbered,
  record: (event: LedgerEvent) => void,
): void {
  const news = new Map<string, Redated & { capture: string; recorded: string }>();
  for (const { capture, recorded, redated } of sightings) {
    if (!redated) continue;
    const key = dateKey(capture.sha256, redated.from);
    if (life.dates.get(key) !== recorded)
      news.set(key, { capture: capture.sha256, recorded, ...redated });
  }
  const shown = today.seats.map(({ n }) => n).filter((n) => life.gone.has(n));
  for (const [at, { capture, from, recorded, reason }] of [...news.values()].entries()) {
    record({
      event: 'redated',
      id: life.id,
      capture,
      from,
      seen: recorded,
      reason,
      version: today.version.version,
      shown: at === news.size - 1 ? shown : [],
    });
  }
}
