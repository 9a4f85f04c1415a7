import { z } from 'zod';
import { mayLink, writtenAddress } from './link.ts';
import { pattern } from './profile.ts';

/** Where a source lists its pages, newest first, and how the list is walked. */
export const listing = z.strictObject({
  /** Address of the first list page, of a sitemap or of a feed. */
  start: writtenAddress,
  /** Whether it was walked on the live site; one that was not is only walked when its source is named. */
  verified: z.boolean().default(false),
  /** `page`: HTML with links; `sitemap` and `feed`: XML with addresses. */
  kind: z.enum(['page', 'sitemap', 'feed']).default('page'),
  /** Selector of the links to pages on a list page. */
  links: z.string().default('a[href]'),
  /** Pattern of the addresses to take; all others are left. */
  follow: pattern.optional(),
  /** Pattern of the link texts to take, where a list mixes conferences with other pages. */
  text: pattern.optional(),
  /** Groups year, month, day over address and link text: the page's day, for `--since` and `--until`. */
  day: pattern.optional(),
  /** Address of list page n, with `{n}` for the number; the first such page is `first`. */
  next: z
    .string()
    .includes('{n}')
    .refine(mayLink, 'Expected an address of the web with {n}')
    .optional(),
  /** The number that `next` begins with: the second list page's. */
  first: z.int().nonnegative().default(1),
  /** Pattern over a list page's source whose group `n` is the number of list pages, such as countPage. */
  count: pattern.optional(),
  /** Most list pages that the site serves, or that are worth asking for. */
  most: z.int().positive().default(200),
});
export type Listing = z.infer<typeof listing>;
