import type { Archive, View } from '../model/archive.ts';
import { viewPath } from '../model/paths.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Catalogue } from './catalogue.ts';
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

/** A topic's share of a month's exchanges, and of all until the month's end. */
export interface MonthTopic {
  view: View;
  share: number;
  usual: number;
}

/** How many topics of a month are named. */
const most = 6;

/** The topics most asked about in a month; none where none of them has five exchanges. */
export function monthTopics(catalogue: Catalogue, month: string): MonthTopic[] {
  const [before, last] = [`${month}-00`, `${month}-31`];
  const { usual } = catalogue;
  const counted = catalogue
    .viewsOf('topics')
    .map((view) => ({ view, count: usual.count(view.id, last) - usual.count(view.id, before) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
  if ((counted[0]?.count ?? 0) < 5) return [];
  const all = usual.all(last) - usual.all(before);
  return counted.map(({ view, count }) => ({
    view,
    share: count / all,
    usual: usual.share(view.id, last),
  }));
}
