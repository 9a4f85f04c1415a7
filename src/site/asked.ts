import type { Exchange, Transcript } from '../model/transcript.ts';
import type { GoneSheet } from './gone.ts';
import { exchangesOf } from './sheets.ts';

/** An exchange that was asked here and is shown no more, with its number. */
export interface Gone {
  n: string;
  sheet: GoneSheet;
}

const numbers = new Intl.Collator('en', { numeric: true });

/**
 * What was asked in a transcript: its exchanges in the order of the record, and before the first with
 * a greater number each one that was removed or withheld, so that no list hides a gap. What was
 * merged or is read otherwise now has left none.
 */
export function askedIn(transcript: Transcript, gone: GoneSheet[]): (Exchange | Gone)[] {
  const asked: (Exchange | Gone)[] = [...exchangesOf(transcript)];
  for (const sheet of gone) {
    const n = sheet.id.slice(transcript.id.length + 1);
    if (n === '' || !leavesGap(sheet)) continue;
    const at = asked.findIndex((it) => numbers.compare(it.n, n) > 0);
    asked.splice(at < 0 ? asked.length : at, 0, { n, sheet });
  }
  return asked;
}

const leavesGap = ({ event }: GoneSheet): boolean =>
  event.event === 'withheld' || (event.event === 'removed' && event.words !== null);
