import { z } from 'zod';

/** Something wrong in a file of the content folder; that file, or that line, was left out. */
export const problem = z.strictObject({
  /** Path below the content folder, with `/`. */
  file: z.string(),
  /** From 1. */
  line: z.int(),
  /** From 1. */
  column: z.int(),
  /** One sentence: "Expected x, got `y`" or "Cannot x without y". */
  reason: z.string(),
  /** Set if an address could change its meaning or go: no site is built before it is mended. */
  fatal: z.literal(true).optional(),
});
export type Problem = z.infer<typeof problem>;
