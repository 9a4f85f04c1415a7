import type { LedgerEvent } from '../model/ledger.ts';
import type { Life } from './book.ts';
import { exchangeWords } from './exchange-words.ts';
import type { LastSeen, Numbered } from './number-wording.ts';

/** Record which numbers today's wording no longer shows, and which it shows again. */
export function recordPresence(
  life: Life,
  today: Numbered,
  lastSeen: LastSeen,
  record: (event: LedgerEvent) => void,
): void {
  const shown = new Map(today.seats.map((seat) => [seat.n, seat]));
  for (const n of life.numbers) {
    const about = { id: `${life.id}/${n}`, version: today.version.version };
    const seat = shown.get(n);
    if (seat && life.gone.has(n)) record({ event: 'restored', ...about, score: seat.score });
    if (!seat && !life.gone.has(n)) record(goneLine(about, n));
  }

  function goneLine(about: { id: string; version: string }, n: string): LedgerEvent {
    const { into, score } = today.lost.get(n) ?? { into: null, score: 0 };
    if (into !== null) return { event: 'merged', ...about, into, score };
    const seen = lastSeen.get(n);
    return {
      event: 'removed',
      ...about,
      last: seen?.version ?? about.version,
      score,
      words: seen ? exchangeWords(seen.exchange) : null,
    };
  }
}
