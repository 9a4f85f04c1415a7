import { groupBy } from '../ledger/group-by.ts';
import type { Archive } from '../model/archive.ts';
import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Transcript } from '../model/transcript.ts';

const told = ['edited', 'moved', 'split', 'merged', 'removed', 'restored', 'minted'] as const;

/** A ledger line that says what a later version did to an exchange. */
export type ExchangeLine = LedgerLine<(typeof told)[number]>;

/** Something that became known of a published record, with the WARC-Date of the capture that shows it. */
export type RecordChange = { transcript: Transcript; seen: string } & (
  | {
      what: 'wording';
      before: LedgerLine<'version'>;
      after: LedgerLine<'version'>;
      /** What is told of its exchanges, in the ledger's order; none where other words differ. */
      lines: ExchangeLine[];
    }
  | { what: 'vanished' | 'returned' }
);

/** Every change of a record that is shown, the newest first: another wording, a page gone, a page back. */
export function changesOf({ transcripts, ledger }: Archive): RecordChange[] {
  const byTranscript = groupBy(ledger, ({ id }) => id.split('/', 2).join('/'));
  return transcripts
    .flatMap((transcript) => lifeOf(transcript, byTranscript.get(transcript.id) ?? []))
    .sort((a, b) => compare(b.seen, a.seen) || compare(b.transcript.id, a.transcript.id));
}

/**
 * A line belongs to the version that stands last above it. Once a line tells of a better parser, what
 * else is told of that version's exchanges comes from it and is no change of the record.
 */
function lifeOf(transcript: Transcript, events: LedgerEvent[]): RecordChange[] {
  const changes: RecordChange[] = [];
  let before: LedgerLine<'version'> | null = null;
  let lines: ExchangeLine[] = [];
  let reread = false;
  /** Whether the last version known is older than one known before: an old page imported late. */
  let late = false;
  for (const event of events) {
    if (event.event === 'vanished' || event.event === 'returned') {
      changes.push({ transcript, seen: event.seen, what: event.event });
    } else if (event.event === 'version') {
      lines = [];
      reread = false;
      const newest: LedgerLine<'version'> = before && event.seen < before.seen ? before : event;
      late = newest !== event;
      if (before) {
        const pair = late ? { before: event, after: before } : { before, after: event };
        changes.push({ transcript, seen: newest.seen, what: 'wording', ...pair, lines });
      }
      before = newest;
    } else if (event.event === 'reread') reread = true;
    else if (isChange(event) && !((reread || late) && mints.has(event.event))) lines.push(event);
  }
  return changes;
}

const mints = new Set(['minted', 'split']);

/** Whether a line tells of the record, not of a parser that reads the same bytes otherwise. */
function isChange(line: LedgerEvent): line is ExchangeLine {
  if (line.event === 'removed') return line.words !== null;
  return told.some((event) => event === line.event);
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
