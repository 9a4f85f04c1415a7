import type { Transcript } from '../model/transcript.ts';
import { civilDay } from './dates.ts';
import { type DaySpan, dayAfter, daySpans } from './day-spans.ts';
import { grouped } from './grouped.ts';

/** What one institution's record lacks in a year, by its own usual days; why is not known here. */
export interface Absences {
  institution: string;
  /** Days of the year with a briefing. */
  held: number;
  /** Weekdays, 0 for Sunday, that have a briefing in at least half of their weeks; Monday first. */
  usual: number[];
  /** Days of those weekdays without one. */
  days: string[];
  /** More than a week without any; none where no weekday is usual, for then every week may be like that. */
  weeks: DaySpan[];
}

const week = [1, 2, 3, 4, 5, 6, 0];

/**
 * The absences of each institution in a year, by id. Each is looked for between the first and the
 * last day that the whole archive, `transcripts`, has of it; one that has none then is left out.
 */
export function absencesIn(year: string, transcripts: readonly Transcript[]): Absences[] {
  return [...grouped(transcripts, ({ institution }) => institution)]
    .sort(([a], [b]) => Number(a > b) - Number(a < b))
    .flatMap(([institution, its]) => {
      const days = its.map(({ date }) => date).sort();
      const stretch = daysFrom(
        latest(`${year}-01-01`, days[0] ?? ''),
        earliest(`${year}-12-31`, days.at(-1) ?? ''),
      );
      return stretch.length > 0 ? [absencesOf(institution, stretch, new Set(days))] : [];
    });
}

function absencesOf(institution: string, stretch: string[], held: ReadonlySet<string>): Absences {
  const byWeekday = grouped(stretch, (day) => civilDay(day).weekday);
  const lacking = stretch.filter((day) => !held.has(day));
  const isUsual = (weekday: number) => {
    const same = byWeekday.get(weekday) ?? [];
    return same.length > 0 && same.filter((day) => held.has(day)).length * 2 >= same.length;
  };
  const usual = week.filter(isUsual);
  const isSilent = lacking.length === stretch.length;
  const weeks = usual.length > 0 || isSilent ? daySpans(lacking, 1) : [];
  return {
    institution,
    held: stretch.length - lacking.length,
    usual,
    days: lacking.filter((day) => usual.includes(civilDay(day).weekday)),
    weeks: weeks.filter(({ days }) => days > 7),
  };
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
  return days;
}

const latest = (one: string, other: string): string => (one > other ? one : other);
const earliest = (one: string, other: string): string => (one < other ? one : other);
