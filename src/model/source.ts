import { z } from 'zod';
import { writtenAddress } from './link.ts';
import { listing } from './listing.ts';
import { day, language, names, slug } from './names.ts';
import { profile } from './profile.ts';

/** First words of a site path that no source may take as its id. */
export const reservedPaths = [
  'api',
  'about',
  'assets',
  'calendar',
  'changed',
  'changes',
  'data',
  'docs',
  'editions',
  'en',
  'feeds',
  'months',
  'outlets',
  'pages',
  'search',
  'sitemaps',
  'sources',
  'speakers',
  'topics',
  'unplaced',
  'years',
  'zh',
];

/** One website section in one language that publishes an institution's briefings. */
export const source = z.strictObject({
  id: slug.refine(
    (id) => !reservedPaths.includes(id),
    'Expected an id that is not a path of the site',
  ),
  institution: slug,
  names,
  /** Who publishes the pages, as the colophon prints it. */
  publisher: z.string().min(1),
  language,
  /** IANA time zone of the place where conferences are held. */
  timeZone: z.string().refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'Expected an IANA time zone such as Asia/Shanghai'),
  /** Whether the rules were checked on real pages; an unchecked source is only fetched when named. */
  verified: z.boolean(),
  /** `host/path` patterns without scheme, `*` for any run of characters; the source of an address. */
  urls: z
    .array(z.string().regex(/^[^/:*]+\/\S*$/, 'Expected host/path with `*` as wildcard'))
    .min(1),
  /** Where new pages are found; a source without is only imported. */
  listings: z.array(listing).default([]),
  /** Seconds between two requests to its hosts, at least; robots.txt and slow answers make it longer. */
  delay: z.number().min(1).default(5),
  rights: z.strictObject({
    statement: z.string().min(1),
    url: writtenAddress.nullable(),
    redistribute: z.enum(['yes', 'no', 'unknown']),
  }),
  /** Oddities of the pages, each with the date on which it was seen. */
  seen: z.array(z.strictObject({ date: day, what: z.string().min(1) })).default([]),
  /** The dialect whose rules apply, by its name in src/parse/dialects. */
  dialect: z.string(),
  /** Rules of this source; a list here is tried before the dialect's own. */
  profile: profile.partial().prefault({}),
});
export type Source = z.infer<typeof source>;
