/** Days that follow one another closely, as a record shows them. */
export interface DaySpan {
  from: string;
  to: string;
  /** How many of the days there are. */
  days: number;
}

const millisecondsADay = 86_400_000;

/** Days from one civil day to another. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsADay;

/** The civil day some days after another. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * millisecondsADay).toISOString().slice(0, 10);

/** Days, repeated or not and in any order, as spans between which more than `most` days pass; the oldest first. */
export function daySpans(days: Iterable<string>, most: number): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = spans.at(-1);
    if (last && daysBetween(last.to, day) <= most) {
      last.to = day;
      last.days += 1;
    } else spans.push({ from: day, to: day, days: 1 });
  }
  return spans;
}
