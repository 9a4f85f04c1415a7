import type { LedgerEvent } from '../model/ledger.ts';
import type { Life } from './book.ts';
import { exchangeWords } from './exchange-words.ts';
import { faceKey, faceOf } from './face.ts';
import type { Memory } from './known.ts';
import { rounded } from './lines.ts';
import type { Numbered } from './number-wording.ts';

/** Record which numbers today's wording no longer shows, and which it shows again. */
export function recordPresence(
  life: Life,
  today: Numbered,
  { words }: Memory,
  record: (event: LedgerEvent) => void,
): void {
  const shown = new Map(today.seats.map((seat) => [seat.n, seat]));
  for (const n of life.numbers) {
    const about = { id: `${life.id}/${n}`, version: today.version.version };
    const seat = shown.get(n);
    if (seat && life.gone.has(n))
      record({ event: 'restored', ...about, score: rounded(seat.score) });
    if (!seat && !life.gone.has(n)) record(goneLine(about, n));
  }

  function goneLine(about: { id: string; version: string }, n: string): LedgerEvent {
    const { into, score: nearest } = today.lost.get(n) ?? { into: null, score: 0 };
    const score = rounded(nearest);
    if (into !== null) return { event: 'merged', ...about, into, score };
    const seen = words.get(n);
    const heir = seen ? undefined : heirOf(n);
    if (heir !== undefined) return { event: 'merged', ...about, into: heir, score: 1 };
    return {
      event: 'removed',
      ...about,
      last: seen?.version ?? about.version,
      score,
      words: seen ? exchangeWords(seen.exchange) : null,
    };
  }

  /** The number that has the words for which this one was minted, if a correction took them away. */
  function heirOf(n: string): string | undefined {
    const face = life.minted.get(n)?.face;
    if (!face) return undefined;
    return today.seats.find(({ exchange }) => faceKey(faceOf(exchange)) === faceKey(face))?.n;
  }
}
