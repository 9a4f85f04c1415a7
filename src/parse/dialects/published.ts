import type { ProfileInput } from '../../model/profile.ts';

const day = String.raw`(?<year>\d{4})[-/.年]\s?(?<month>\d{1,2})[-/.月]\s?(?<day>\d{1,2})`;

const selectors = [
  'meta[name="PubDate"], meta[name="publishdate"], meta[property="article:published_time"]',
  'time[datetime]',
  '.date, .time, .xltime, .info, .pubtime, .article-time',
];

/** Where sites say when a page went up: asked where the record itself names no day and year. */
export const published = [
  ...selectors.map((selector) => ({
    from: 'meta' as const,
    selector,
    pattern: day,
    otherwise: true,
  })),
  // A line of its own, or at the head of a by-line: 2031-03-04 12:10, 작성일 2031-03-04.
  { from: 'body' as const, pattern: String.raw`^\P{N}{0,8}${day}(?!\d)`, otherwise: true },
] satisfies ProfileInput['dates'];
