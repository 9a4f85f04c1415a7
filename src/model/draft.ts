import type { Exchange, Transcript } from './transcript.ts';

/** An exchange before the ledger has given it a number. */
export type DraftExchange = Omit<Exchange, 'id' | 'n'>;

/** What parsing one capture yields: a transcript without id, numbers, captures and versions. */
export interface Draft
  extends Omit<Transcript, 'id' | 'captures' | 'versions' | 'children' | 'briefing'> {
  /** Time the page gives for itself, as printed (`2021-01-28 17:31`), or null: orders a day's pages. */
  pageTime: string | null;
  children: (Exclude<Transcript['children'][number], Exchange> | DraftExchange)[];
}
