import { z } from 'zod';
import { contactAddress, writtenAddress } from './link.ts';
import { day, names } from './names.ts';

/** `content/site.yaml`: the archive's own facts. */
export const site = z.strictObject({
  /** The form of the whole content folder; a newer Lectern that changes it counts on. */
  version: z.literal(1).optional(),
  title: names,
  description: names,
  /** The language of the site's own words. */
  language: z.enum(['zh-Hans', 'en']),
  /**
   * Where the site is served, with the path it lives under; null where it may stand anywhere. What
   * needs whole addresses is then left out: feeds, sitemap, canonical links.
   */
  url: writtenAddress.nullable().default(null),
  /** False for a site without Lectern's own documentation at `/docs/`. */
  docs: z.boolean().optional(),
  /** Where readers report mistakes. */
  contact: contactAddress.nullable(),
  /** Whether each transcript gets a picture for those who link to it; needs `url`. Off, because each takes half a second once. */
  social_images: z.boolean().optional(),
  /** What `security.txt` (RFC 9116) says: whom to tell of a weakness, and until when that holds. */
  security: z
    .strictObject({
      contact: z
        .string()
        .regex(
          /^(?:mailto:[^\s\p{Cc}]+@[^\s\p{Cc}]+|https:\/\/[^\s\p{Cc}]+|tel:\+?[\d-]+)$/u,
          'Expected a mailto:, https: or tel: address',
        ),
      expires: day,
    })
    .optional(),
});
export type Site = z.infer<typeof site>;
