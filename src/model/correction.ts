import { z } from 'zod';
import { sha256 } from './names.ts';

/** `content/corrections/<source>/<date>.yaml`: what the blocks of one page are, by hand. */
export const correction = z.strictObject({
  url: z.url(),
  /** Digest of the capture that was looked at; another wording refuses the correction. */
  capture: sha256,
  reason: z.string().min(1),
  blocks: z
    .array(
      z.strictObject({
        /** First words of the block, enough to be the only one. */
        starts: z.string().min(4),
        /** What the block is. */
        as: z.enum(['question', 'answer', 'statement', 'note', 'noise']),
        label: z.string().optional(),
      }),
    )
    .min(1),
});
export type Correction = z.infer<typeof correction>;
