import type { Archive } from '../model/archive.ts';
import { viewPath } from '../model/paths.ts';
import type { Transcript } from '../model/transcript.ts';
import { grouped } from './grouped.ts';

/** A month that has a transcript, and the nearest such months. */
export interface MonthSheet {
  path: string;
  /** YYYY-MM */
  month: string;
  /** Oldest first. */
  transcripts: Transcript[];
  earlier: string | null;
  later: string | null;
}

/** The page of a month, YYYY-MM: below its year's. */
export const monthPath = (month: string): string =>
  `${viewPath('years', month.slice(0, 4))}${month.slice(5, 7)}/`;

/** A page per month that has a transcript, oldest first. */
export function monthSheets({ transcripts }: Archive): MonthSheet[] {
  const months = [...grouped(transcripts, ({ date }) => date.slice(0, 7))];
  return months.map(([month, held], index) => ({
    path: monthPath(month),
    month,
    transcripts: held,
    earlier: months[index - 1]?.[0] ?? null,
    later: months[index + 1]?.[0] ?? null,
  }));
}
