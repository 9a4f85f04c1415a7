import type { Archive } from '../model/archive.ts';
import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import { recordPath } from '../model/paths.ts';
import type { Transcript } from '../model/transcript.ts';
import { grouped } from './grouped.ts';

/** An address whose exchange or transcript the archive no longer shows, and why. */
export interface GoneSheet {
  path: string;
  id: string;
  event: LedgerLine<'removed' | 'merged' | 'withheld'>;
  /** The transcript it is or was in; null where that is withheld. */
  transcript: Transcript | null;
  versions: LedgerLine<'version'>[];
}

/** A page for every id that was minted and is not in the record as published now, by id. */
export function goneSheets({ transcripts, ledger }: Archive): GoneSheet[] {
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const shown = new Set([
    ...byId.keys(),
    ...transcripts.flatMap(({ children }) =>
      children.flatMap((child) => (child.type === 'exchange' ? [child.id] : [])),
    ),
  ]);
  const byTranscript = grouped(ledger, transcriptOf);
  return [...ends(ledger)]
    .filter(([id]) => !shown.has(id))
    .sort(([a], [b]) => compare(a, b))
    .map(([id, event]) => {
      const transcriptId = transcriptOf({ id });
      const versions = versionsIn(byTranscript.get(transcriptId) ?? []);
      return {
        path: recordPath(id),
        id,
        event,
        transcript: byId.get(transcriptId) ?? null,
        versions,
      };
    });
}

/** The last event that took each id away; for the exchanges of a withheld transcript that event. */
function ends(ledger: LedgerEvent[]): Map<string, GoneSheet['event']> {
  const last = new Map<string, GoneSheet['event']>();
  const minted = ledger.filter(({ event }) => event === 'minted' || event === 'split');
  for (const line of ledger) {
    if (line.event === 'restored') last.delete(line.id);
    if (line.event === 'removed' || line.event === 'merged' || line.event === 'withheld') {
      last.set(line.id, line);
    }
  }
  // What is withheld stays so, whatever the page does later.
  for (const line of ledger) if (line.event === 'withheld') last.set(line.id, line);
  for (const { id } of minted) {
    const withheld = last.get(transcriptOf({ id }));
    if (withheld) last.set(id, withheld);
  }
  return last;
}

/** The transcript that a ledger line is about: its id without the exchange's number. */
const transcriptOf = ({ id }: { id: string }): string => id.split('/', 2).join('/');

const versionsIn = (events: LedgerEvent[]): LedgerLine<'version'>[] =>
  events.filter((line) => line.event === 'version');

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
