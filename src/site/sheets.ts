import { createHash } from 'node:crypto';
import type { Archive, Listed, View } from '../model/archive.ts';
import type { UiLanguage } from '../model/names.ts';
import type { Page } from '../model/page.ts';
import { recordPath, viewPath } from '../model/paths.ts';
import type { Source } from '../model/source.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { type Absences, absencesIn } from './absences.ts';
import { grouped, tally } from './grouped.ts';
import { type Leaf, leavesOf } from './leaves.ts';

/** A transcript and its exchanges; here as in every sheet `path` is the page's address. */
export interface TranscriptSheet {
  path: string;
  transcript: Transcript;
  exchanges: Exchange[];
  /** The transcripts of the same source before and after. */
  previous: Transcript | null;
  next: Transcript | null;
}

/** An exchange, where it stands in its transcript, and what stands beside it. */
export interface ExchangeSheet extends Listed {
  path: string;
  /** From 1, in reading order. */
  place: number;
  count: number;
  previous: Exchange | null;
  next: Exchange | null;
}

/** One leaf of a listing; the first leaf holds the newest. */
export interface ViewSheet extends Leaf<Listed> {
  view: View;
  /** Year → exchanges of the whole listing. */
  byYear: Map<string, number>;
  /** Year → the leaf that begins with its newest exchanges. */
  yearAt: Map<string, string>;
}

/** All views of a kind, for its index page. */
export interface IndexSheet {
  path: string;
  kind: View['kind'];
  views: View[];
}

/** A year that has a transcript, and the nearest such years. */
export interface YearSheet {
  path: string;
  year: string;
  /** Oldest first. */
  transcripts: Transcript[];
  earlier: string | null;
  later: string | null;
}

/** A year as a calendar, and what each institution's record lacks in it. */
export interface CalendarSheet extends YearSheet {
  absences: Absences[];
}

/** A source and what it has given, oldest first. */
export interface SourceSheet {
  path: string;
  source: Source;
  transcripts: Transcript[];
}

/** A page of the archive's own in each language; the same text where there is but one. */
export interface PageSheet extends Record<UiLanguage, Page> {
  path: string;
}

/** How many exchanges a leaf of a listing holds: with cut words about 12 KB compressed. */
export const leafSize = 40;

/** The exchanges of a transcript in reading order. */
export const exchangesOf = (transcript: Transcript): Exchange[] =>
  transcript.children.filter((child) => child.type === 'exchange');

/** A page per transcript, by source and date. */
export function transcriptSheets({ transcripts }: Archive): TranscriptSheet[] {
  const bySource = grouped(transcripts, ({ source }) => source);
  return [...bySource.values()].flatMap((ordered) =>
    ordered.map((transcript, index) => ({
      path: recordPath(transcript.id),
      transcript,
      exchanges: exchangesOf(transcript),
      previous: ordered[index - 1] ?? null,
      next: ordered[index + 1] ?? null,
    })),
  );
}

/** A page per exchange, in the order of transcripts and of reading. */
export function exchangeSheets({ transcripts }: Archive): ExchangeSheet[] {
  return transcripts.flatMap((transcript) => {
    const exchanges = exchangesOf(transcript);
    return exchanges.map((exchange, index) => ({
      path: recordPath(exchange.id),
      transcript,
      exchange,
      place: index + 1,
      count: exchanges.length,
      previous: exchanges[index - 1] ?? null,
      next: exchanges[index + 1] ?? null,
    }));
  });
}

/** The address of a listing. A name that no file can have is mended, and told apart by its digest. */
export function viewAddress({ kind, id }: Pick<View, 'kind' | 'id'>): string {
  // Sixty characters are at most 240 bytes; file systems allow 255.
  const safe = [...id.replace(/[/\\\p{C}]|^\.+/gu, '-')].slice(0, 60).join('');
  if (safe === id && id !== '' && !id.endsWith('.html')) return viewPath(kind, id);
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return viewPath(kind, `${safe}-${digest}`);
}

/** The leaves of every topic, outlet and speaker; years list transcripts instead. */
export function viewSheets(views: View[]): ViewSheet[] {
  return views
    .filter(({ kind }) => kind !== 'years')
    .flatMap((view) => {
      const byYear = new Map(tally(view.exchanges.map(yearOf)));
      const leaves = leavesOf(viewAddress(view), view.exchanges, leafSize);
      const yearAt = new Map<string, string>();
      for (const { path, listed } of leaves)
        for (const year of listed.map(yearOf)) if (!yearAt.has(year)) yearAt.set(year, path);
      return leaves.map((leaf) => ({ view, byYear, yearAt, ...leaf }));
    });
}

/** The year in which an exchange was held. */
export const yearOf = ({ transcript }: Listed): string => transcript.date.slice(0, 4);

/** The exchanges of all years, the newest transcript first. */
export const newestFirst = (years: View[]): Listed[] =>
  years.toSorted((a, b) => (a.id < b.id ? 1 : -1)).flatMap(({ exchanges }) => exchanges);

/** An index page for topics, outlets and speakers; years have theirs in the calendar. */
export function indexSheets(views: View[]): IndexSheet[] {
  return (['topics', 'outlets', 'speakers'] as const).map((kind) => ({
    path: `/${kind}/`,
    kind,
    views: views.filter((view) => view.kind === kind),
  }));
}

/** A page per year that has a transcript, oldest first. */
export function yearSheets({ transcripts }: Archive): YearSheet[] {
  const years = [...grouped(transcripts, ({ date }) => date.slice(0, 4))];
  return years.map(([year, held], index) => {
    const [earlier, later] = [years[index - 1]?.[0] ?? null, years[index + 1]?.[0] ?? null];
    return { path: viewPath('years', year), year, transcripts: held, earlier, later };
  });
}

/** A calendar per year, and the newest once more at the bare address, which so never moves. */
export function calendarSheets(years: YearSheet[]): CalendarSheet[] {
  const all = years.flatMap(({ transcripts }) => transcripts);
  const calendars = years.map((sheet) => ({
    ...sheet,
    path: `/calendar/${sheet.year}/`,
    absences: absencesIn(sheet.year, all),
  }));
  const newest = calendars.at(-1);
  return newest ? [...calendars, { ...newest, path: '/calendar/' }] : [];
}

/** A page per source, with what it has given. */
export function sourceSheets({ sources, transcripts }: Archive): SourceSheet[] {
  const bySource = grouped(transcripts, ({ source }) => source);
  return [...sources.values()].map((source) => ({
    path: `/sources/${source.id}/`,
    source,
    transcripts: bySource.get(source.id) ?? [],
  }));
}

/** The archive's own pages, such as about; `<id>.<language>.md` is the same page in one language. */
export function pageSheets({ pages }: Archive): PageSheet[] {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return pages
    .filter(({ id }) => !id.includes('.'))
    .map((page) => ({
      path: `/${page.id}/`,
      'zh-Hans': byId.get(`${page.id}.zh-Hans`) ?? page,
      en: byId.get(`${page.id}.en`) ?? page,
    }));
}
