import type { ListedCapture } from '../list-captures.ts';

/** What the archive knows of one address. */
export interface KnownPage {
  url: string;
  /** WARC-Date of the first and the last record of it. */
  first: string;
  last: string;
  /** How its latest content came. */
  how: ListedCapture['how'];
  /** The latest record with content or a revisit of it; null where only redirects and errors came. */
  latest: ListedCapture | null;
  /** Since when the page is not there, by the first look that found none, and what said so; or null. */
  absent: { since: string; why: string } | null;
  /** Revisits since its content was last sent in full. */
  revisits: number;
}

/** Addresses that differ in nothing but the scheme are one page. */
export const keyOf = (url: string): string => url.replace(/^https?:/, '');

/** The pages of a source by {@link keyOf}, from its captures by date: an old page may be imported late. */
export function pagesOf(captures: ListedCapture[]): Map<string, KnownPage> {
  const pages = new Map<string, KnownPage>();
  const byDate = [...captures].sort(
    (a, b) => Number(a.recorded > b.recorded) - Number(a.recorded < b.recorded),
  );
  for (const capture of byDate) {
    const key = keyOf(capture.url);
    const { url, recorded, how, status, revisit, absent } = capture;
    const before = pages.get(key);
    const hasContent = revisit || (status === 200 && absent === undefined);
    const since = before?.absent?.since ?? recorded;
    pages.set(key, {
      url,
      first: before?.first ?? recorded,
      last: recorded,
      how,
      latest: hasContent ? withValidators(capture, before?.latest) : (before?.latest ?? null),
      absent: absent === undefined ? null : { since, why: absent },
      revisits: revisit ? (before?.revisits ?? 0) + 1 : 0,
    });
  }
  return pages;
}

/** A 304 may leave out validators that still hold (RFC 9111, 4.3.4). */
function withValidators(capture: ListedCapture, before: ListedCapture | null | undefined) {
  if (!capture.revisit || !before) return capture;
  // Those of one scheme are not the other's.
  if (capture.url !== before.url) return before;
  const { etag = before.etag, lastModified = before.lastModified } = capture;
  const kept = {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
  return { ...before, ...kept, recorded: before.recorded };
}

const hour = 3600 * 1000;
const day = 24 * hour;

/** How often a page is looked at again, by its age; a little less than the day, so that cron fits. */
const schedule = [
  { younger: 7 * day, every: 20 * hour },
  { younger: 92 * day, every: 6.5 * day },
  { younger: Number.POSITIVE_INFINITY, every: 360 * day },
];

/** Whether a page is one to look at again: fetched, not imported, and not one that only led elsewhere. */
export const isLookedAt = ({ how, latest, absent }: KnownPage): boolean =>
  how === 'fetched' && (latest !== null || absent !== null);

/** Whether a fetched page is to be looked at again: daily for a week, weekly for a quarter, then yearly. */
export function isDue({ first, last }: KnownPage, now: Date): boolean {
  const age = now.getTime() - Date.parse(first);
  const { every } = schedule.find(({ younger }) => age < younger) ?? { every: 360 * day };
  return now.getTime() - Date.parse(last) >= every;
}
