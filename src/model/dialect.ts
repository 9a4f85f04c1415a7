import { z } from 'zod';
import { slug } from './names.ts';
import { profile } from './profile.ts';

/** `content/dialects/<id>.yaml`: a way of printing who speaks that Lectern does not know. */
export const dialect = z.strictObject({
  id: slug,
  /** A dialect of Lectern's own whose rules are tried after these. */
  like: z.string().optional(),
  profile,
});
export type Dialect = z.infer<typeof dialect>;

/** An archive's own dialects, by id. */
export type Dialects = ReadonlyMap<string, Dialect>;
