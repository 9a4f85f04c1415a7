import type { LedgerEvent } from '../model/ledger.ts';
import { readBook } from './book.ts';

/**
 * The ledger as it is to be read once wrong dates were put right: versions with the dates that they have in
 * truth, without the lines that called an exchange gone only because of a wrong date. The file keeps all.
 */
export function withRightDates(ledger: LedgerEvent[]): LedgerEvent[] {
  if (!ledger.some(({ event }) => event === 'redated')) return ledger;
  const { lives } = readBook(ledger);
  const never = new Set<LedgerEvent>();
  const gone = new Map<string, LedgerEvent>();
  for (const line of ledger) {
    if (line.event === 'removed' || line.event === 'merged') gone.set(line.id, line);
    if (line.event !== 'redated') continue;
    for (const n of line.shown) {
      const said = gone.get(`${line.id}/${n}`);
      if (said) never.add(said);
    }
  }
  return ledger.flatMap((line): LedgerEvent[] => {
    if (never.has(line)) return [];
    if (line.event !== 'version') return [line];
    return [lives.get(line.id)?.versions.get(line.version) ?? line];
  });
}
