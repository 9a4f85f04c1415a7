import { csv } from '../export/csv.ts';
import type { View } from '../model/archive.ts';
import type { Catalogue } from './catalogue.ts';
import { tally } from './grouped.ts';
import { fileOf } from './here.ts';
import { viewAddress } from './sheets.ts';

/** A month, or a year where months would be too many: exchanges of a listing, and all that it chose from. */
export interface Span {
  /** YYYY-MM or YYYY. */
  name: string;
  listed: number;
  all: number;
}

/** Ten years of months; more than that are years, so that a chart fits a phone. */
const mostMonths = 120;

/** A listing from the archive's first month to its own last day: later days change nothing of it. */
export function overTime(catalogue: Catalogue, view: View): Span[] {
  const { exchanges } = view;
  const last = exchanges[0]?.transcript.date;
  if (last === undefined) return [];
  const all = [...catalogue.monthsOf(view)];
  const months = monthsBetween(all[0]?.[0] ?? last, last.slice(0, 7));
  const width = months.length > mostMonths ? 4 : 7;
  const listed = new Map(tally(exchanges.map(({ transcript }) => transcript.date.slice(0, width))));
  const held = new Map<string, number>();
  for (const [month, count] of all) {
    const name = month.slice(0, width);
    held.set(name, (held.get(name) ?? 0) + count);
  }
  const names = new Set(months.map((month) => month.slice(0, width)));
  return [...names].map((name) => ({
    name,
    listed: listed.get(name) ?? 0,
    all: held.get(name) ?? 0,
  }));
}

/** Whether there is anything to see: two spans or more, and five exchanges in one of them. */
export const worthDrawing = (spans: Span[]): boolean =>
  spans.length > 1 && spans.some(({ listed }) => listed >= 5);

/** Where the numbers behind a listing's chart are, as CSV. */
export const overTimePath = (view: View): string => `${viewAddress(view)}over-time.csv`;

/** The numbers behind every chart, each by its path below the output folder. */
export function overTimeFiles(catalogue: Catalogue): { path: string; bytes: string }[] {
  return catalogue.views.flatMap((view) => {
    const spans = view.kind === 'years' ? [] : overTime(catalogue, view);
    if (!worthDrawing(spans)) return [];
    const columns = {
      time: ({ name }: Span) => name,
      exchanges: ({ listed }: Span) => listed,
      allExchanges: ({ all }: Span) => all,
    };
    return [
      { path: fileOf(overTimePath(view)).slice(1), bytes: [...csv(spans, columns)].join('') },
    ];
  });
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
    if (month === 12) year += 1;
    month = (month % 12) + 1;
  }
}
