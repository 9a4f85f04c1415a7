import { z } from 'zod';

const form = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/;

/** A day, its beginning in UTC, or an instant such as `2031-05-06T09:30Z`; becomes a WARC-Date. */
export const moment = z
  .string()
  .refine(
    (text) => form.test(text) && isOfCalendar(text),
    'Expected a day or an instant such as 2031-05-06T09:30:00Z',
  )
  .transform((text) => new Date(text).toISOString());

/** JavaScript takes 30 February for 2 March. */
function isOfCalendar(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10));
}
