import { z } from 'zod';
import { names, slug } from './names.ts';

/** Who speaks: a ministry, a press office. Transcripts of one institution and day are one briefing. */
export const institution = z.strictObject({
  id: slug,
  names,
  /** Where the institution speaks for, as an ISO 3166-1 code or an organisation's short name. */
  place: z.string().min(1),
});
export type Institution = z.infer<typeof institution>;

/** The shape of `content/institutions.yaml`. */
export const institutions = z.array(institution);
