import { z } from 'zod';

/** Lower-case words joined by hyphens: the id of a source, topic, outlet or institution. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');

/** A civil day, YYYY-MM-DD. */
export const day = z.iso.date();

/** An instant in UTC, as WARC-Date writes it. */
export const instant = z.iso.datetime();

/** Hex SHA-256 of bytes. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 hexadecimal digits');

/** A BCP 47 tag of the languages that records and names come in, such as `zh-Hans` or `en`. */
export const language = z
  .string()
  .regex(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/,
    'Expected a language tag such as zh-Hans',
  );

/** One name of a thing in each interface language. */
export const names = z.strictObject({ 'zh-Hans': z.string().min(1), en: z.string().min(1) });
export type Names = z.infer<typeof names>;
/** The languages the site's own words come in. */
export type UiLanguage = keyof Names;
