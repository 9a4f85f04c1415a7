import { z } from 'zod';
import { names } from './names.ts';

/** `content/site.yaml`: the archive's own facts. */
export const site = z.strictObject({
  title: names,
  description: names,
  /** The language of the site's own words. */
  language: z.enum(['zh-Hans', 'en']),
  /** Where the site is served, with the path it lives under; absolute links are built from it. */
  url: z.url(),
  /** Where readers report mistakes. */
  contact: z.string().nullable(),
});
export type Site = z.infer<typeof site>;
