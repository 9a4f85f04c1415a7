import type { ProfileInput } from '../../model/profile.ts';

const day = String.raw`(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})`;

/** Where sites say when a page went up: asked where the record itself names no day and year. */
export const published = [
  'meta[name="PubDate"], meta[name="publishdate"], meta[property="article:published_time"]',
  'time[datetime]',
  '.date, .time, .xltime, .info, .pubtime, .article-time',
].map((selector) => ({
  from: 'meta' as const,
  selector,
  pattern: day,
  otherwise: true,
})) satisfies ProfileInput['dates'];
