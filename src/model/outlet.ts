import { z } from 'zod';
import { names, slug } from './names.ts';

/** A news organization whose reporters ask. */
export const outlet = z.strictObject({
  id: slug,
  names,
  /** A short form for narrow places, such as AFP; the name itself where none is usual. */
  short: names.optional(),
  /** Every other way a label prints it, in any language, without 记者 and its kin. */
  aliases: z.array(z.string().min(1)).default([]),
  /** ISO 3166-1 code, or CLDR territory, of its seat. */
  place: z.string().min(1),
  kind: z.enum(['agency', 'newspaper', 'broadcaster', 'magazine', 'online', 'other']),
});
export type Outlet = z.infer<typeof outlet>;

/** The shape of `content/outlets.yaml`. */
export const outlets = z.array(outlet);
