import { z } from 'zod';
import { instant, sha256 } from './names.ts';
import { exchangeId, exchangeNumber, transcriptId } from './transcript.ts';

/** One line of `content/ledger/<source>/<year>.jsonl`: something that happened once and stays so. */
export const ledgerEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('transcript'),
    id: transcriptId,
    url: z.url(),
    seen: instant,
  }),
  z.strictObject({
    event: z.literal('minted'),
    id: exchangeId,
    n: exchangeNumber,
    /** Digest of the version that first showed it. */
    version: sha256,
    /** Digest of the exchange's own words. */
    words: sha256,
    seen: instant,
  }),
]);
export type LedgerEvent = z.infer<typeof ledgerEvent>;
