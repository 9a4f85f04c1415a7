import type { LedgerEvent } from '../model/ledger.ts';
import { rounded } from './lines.ts';
import { withRightDates } from './right-dates.ts';

/** One thing that happened to a transcript or an exchange. */
export interface Happening {
  /** WARC-Date of the capture in which it was first seen, or the day of a decision. */
  seen: string;
  /** Null where it is of no version. */
  version: string | null;
  what: LedgerEvent['event'] | 'unchanged';
  /** Id of the exchange or transcript. */
  id: string;
  /** How alike the wordings are; null where nothing was compared. */
  score: number | null;
  /** What else there is to know, in a few words; empty where nothing is. */
  note: string;
}

/**
 * The life of a transcript or an exchange, in the order of the ledger; empty for an unknown id.
 *
 * An exchange's life includes each version that left its words as they were, each decision that names its
 * number, and what became of its page.
 */
export function historyOf(ledger: LedgerEvent[], id: string): Happening[] {
  const [source = '', date = '', number] = id.split('/');
  const transcript = `${source}/${date}`;
  const own = withRightDates(
    ledger.filter((it) => it.id === transcript || it.id.startsWith(`${transcript}/`)),
  );
  const versions = new Map(
    own.flatMap((it) => (it.event === 'version' ? [[it.capture, it.version]] : [])),
  );
  const seen = new Map(
    own.flatMap((it) => (it.event === 'version' ? [[it.version, it.seen]] : [])),
  );
  return own.flatMap((event): Happening[] => {
    const decided = event.event === 'decided' ? (versions.get(event.capture) ?? null) : null;
    const version = 'version' in event ? event.version : decided;
    const at = 'seen' in event ? event.seen : (seen.get(version ?? '') ?? '');
    const score = 'score' in event ? rounded(event.score) : null;
    const happening = { seen: event.event === 'withheld' ? event.date : at, version, score };
    const ofPage = event.event === 'vanished' || event.event === 'returned';
    const ofDate = event.event === 'redated' && event.shown.includes(number ?? '');
    const says = event.event === 'decided' && event.exchanges.some(({ n }) => n === number);
    if (number === undefined || event.id === id || ofPage || ofDate || says) {
      return [{ ...happening, what: event.event, id: says ? id : event.id, note: noteOf(event) }];
    }
    if (event.event === 'version' && event.same.includes(number)) {
      return [{ ...happening, what: 'unchanged', id, note: '' }];
    }
    return [];
  });
}

function noteOf(event: LedgerEvent): string {
  switch (event.event) {
    case 'transcript':
    case 'address':
      return event.url;
    case 'version':
      return `sha256 ${event.digest.slice(0, 12)}`;
    case 'edited':
      return `since ${event.from}`;
    case 'moved':
      return event.after === null ? 'now first' : `now after ${event.after}`;
    case 'split':
      return `from ${event.of}`;
    case 'merged':
      return `into ${event.into}`;
    case 'removed':
      return `last shown in ${event.last}`;
    case 'part':
      return `${event.part} ${event.outcome}`;
    case 'vanished':
      return `status ${event.status}${event.last === null ? '' : `, last seen ${event.last}`}`;
    case 'redated':
      return `not ${event.from}: ${event.reason}`;
    case 'withheld':
      return event.ground;
    case 'decided':
      return 'by a person';
    default:
      return '';
  }
}
