import type { Listed } from '../model/archive.ts';

/** Day → how many of the exchanges it has, oldest first. */
export function daysOf(listed: Listed[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const { transcript } of listed) {
    days.set(transcript.date, (days.get(transcript.date) ?? 0) + 1);
  }
  return new Map([...days].sort(([a], [b]) => Number(a > b) - Number(a < b)));
}

/** YYYY-MM → how many there are of its days, oldest first, until the end of a day. */
export function byMonth(days: ReadonlyMap<string, number>, last: string): Map<string, number> {
  const months = new Map<string, number>();
  for (const [day, count] of days) {
    if (day > last) break;
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return months;
}
