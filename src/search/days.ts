/** First and last day, each as a year, a month or a day; empty where that end is open. */
export interface Days {
  from: string;
  to: string;
}

const day = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Reads `2021`, `2021-01`, `2021-01-28`, `2021-01..2021-06`, `2021..`, `..2021-06-30`; else null. */
export function readDays(text: string): Days | null {
  const [from = '', to = from, ...more] = text.split('..');
  if (more.length > 0 || (from === '' && to === '')) return null;
  if (![from, to].every((end) => end === '' || day.test(end))) return null;
  return to !== '' && from > `${to}~` ? null : { from, to };
}

/** Whether a day lies between two ends; a year or a month as an end is meant whole. */
export function isWithin(date: string, { from, to }: Days): boolean {
  return date >= from && (to === '' || date <= `${to}~`);
}
