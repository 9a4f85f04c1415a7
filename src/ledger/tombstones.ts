import type { LedgerEvent } from '../model/ledger.ts';
import type { Tombstone } from '../model/tombstone.ts';
import { type Life, readBook } from './book.ts';

/**
 * Id → what its address says, for every exchange that today's record does not show and for every
 * exchange and transcript that is withheld; in the order of the ledger.
 *
 * A merged exchange leads to the last one of its chain. What is withheld has no words, whatever the
 * ledger keeps.
 */
export function tombstones(ledger: LedgerEvent[]): Map<string, Tombstone> {
  const found = new Map<string, Tombstone>();
  for (const life of readBook(ledger).lives.values()) {
    for (const n of life.gone.keys()) {
      const stone = stoneOf(life, n);
      if (stone) found.set(`${life.id}/${n}`, stone);
    }
  }
  for (const event of ledger) {
    if (event.event !== 'withheld') continue;
    found.set(event.id, { kind: 'withheld', date: event.date, ground: event.ground });
    for (const id of found.keys()) {
      if (id.startsWith(`${event.id}/`)) found.delete(id);
    }
  }
  return found;
}

function stoneOf(life: Life, n: string): Tombstone | null {
  const event = life.gone.get(n);
  if (!event) return null;
  const { version, score } = event;
  const seen = life.versions.get(version)?.seen ?? '';
  if (event.event === 'merged') {
    return { kind: 'merged', into: `${life.id}/${heirOf(life, event.into)}`, version, seen, score };
  }
  return { kind: 'removed', words: event.words, last: event.last, version, seen, score };
}

/** Follows mergers of mergers; a number that was met before ends the way. */
function heirOf(life: Life, n: string, met: string[] = []): string {
  const next = life.gone.get(n);
  if (next?.event !== 'merged' || met.includes(n)) return n;
  return heirOf(life, next.into, [...met, n]);
}
