import { civilDay } from './dates.ts';
import { dayAfter, daySpans } from './day-spans.ts';

/** What a stretch of time has no briefing of in the archive; why is not known here. */
export interface Absences {
  /** Days without one, of a weekday that has one in at least half of its weeks. */
  days: string[];
  /** First and last day of more than a week without any. */
  weeks: { from: string; to: string }[];
}

/** From the first day to the last, where the archive has days before, between or after. */
export function absencesBetween(from: string, to: string, held: ReadonlySet<string>): Absences {
  const stretch: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) stretch.push(day);
  const ofWeekday = (weekday: number) => stretch.filter((day) => civilDay(day).weekday === weekday);
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map(ofWeekday)
    .filter((same) => same.filter((day) => held.has(day)).length * 2 >= same.length)
    .flatMap((same) => same.filter((day) => !held.has(day)));
  const without = daySpans(
    stretch.filter((day) => !held.has(day)),
    1,
  );
  return { days: days.sort(), weeks: without.filter((span) => span.days > 7) };
}
