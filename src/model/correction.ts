import { z } from 'zod';
import { webAddress } from './link.ts';
import { sha256 } from './names.ts';

/** `content/corrections/<source>/<date>.yaml`: how the blocks of one page are to be read, by hand. */
export const correction = z.strictObject({
  url: webAddress,
  /** Digests of the captures that were looked at; any other capture of the page refuses the correction. */
  captures: z.array(sha256).min(1),
  /** Why, for readers. */
  reason: z.string().min(1),
  /** Applied in this order, so that a later one may name what an earlier one split off. */
  blocks: z
    .array(
      z
        .strictObject({
          /** First words of the block, enough to be the only one. */
          starts: z.string().min(2),
          /** First words of each part that is a block of its own. */
          split: z.array(z.string().min(2)).optional(),
          /** Whether the block goes on the one before it. */
          join: z.boolean().optional(),
          /** What the block is. */
          as: z.enum(['question', 'answer', 'statement', 'note', 'noise']).optional(),
          /** Who speaks, as the page should have printed it; goes with `as`. */
          label: z.string().optional(),
        })
        .refine(
          ({ split, join, as }) => split || join || as,
          'Expected `split`, `join` or `as`, got none',
        ),
    )
    .min(1),
});
export type Correction = z.infer<typeof correction>;
