/** Seconds between two tries of one request: full jitter below a bound that doubles. */
export function backOff(attempt: number, random: () => number): number {
  return random() * Math.min(60, 2 ** (attempt + 1));
}

/** Slowest pace that a slow server earns, in seconds. */
const slowest = 30;

/**
 * The delay after an answer: the mean of the last delay and five times what the answer took, within
 * `least` and 30 s. An answer other than 200 never makes it shorter: errors are fast.
 */
export function nextDelay(delay: number, least: number, seconds: number, good: boolean): number {
  const wanted = Math.min(slowest, (delay + 5 * seconds) / 2);
  const next = good ? wanted : Math.max(delay, wanted);
  return Math.max(least, next);
}

/** Longest rest that a host is given, in seconds: after 30 days it is asked whether it meant it. */
export const longestRest = 30 * 24 * 3600;

/**
 * Seconds that a Retry-After field asks for, from `now`, at most {@link longestRest}: a number of
 * seconds or an HTTP date, a past one meaning 0. Null where the field is neither.
 */
export function readRetryAfter(field: string | undefined, now: Date): number | null {
  if (field === undefined) return null;
  const value = field.trim();
  if (/^\d+$/.test(value)) return Math.min(Number(value), longestRest);
  // An IMF-fixdate (RFC 9110, 5.6.7) names its zone, so that Date reads it the same everywhere.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)) return null;
  const seconds = Math.ceil((Date.parse(value) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, seconds), longestRest);
}
