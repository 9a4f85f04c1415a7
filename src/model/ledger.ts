import { z } from 'zod';
import { webAddress } from './link.ts';
import { day, instant, sha256 } from './names.ts';
import { exchangeId, exchangeNumber, transcriptId } from './transcript.ts';

const versionId = z.string().regex(/^v[1-9]\d*$/);

/** How alike old and new wording are, from 0 to 1, three decimals. */
const score = z.number().min(0).max(1);

/** Short hashes of clauses, four characters each, in ascending order; see `src/ledger/sketch.ts`. */
const sketch = z.string().regex(/^(?:[\w-]{4})*$/);

/** What an exchange looked like in one version: enough to know it again in the same bytes, not to read it. */
export const face = z.strictObject({
  /** The first question's label as printed; null where it has none. */
  asker: z.string().nullable(),
  question: sketch,
  answer: sketch,
  /** Part letter → sketch of its question; left out where `a` is the only one. */
  parts: z.record(z.string(), sketch).optional(),
});
export type Face = z.infer<typeof face>;

/** The last words of an exchange that the record no longer shows; paragraphs joined by `\n`. */
export const lastWords = z.strictObject({
  asker: z.string().nullable(),
  question: z.string(),
  answer: z.string(),
});
export type LastWords = z.infer<typeof lastWords>;

/**
 * One line of `content/ledger/<source>/<year>.jsonl`: something that happened once and stays so.
 *
 * Lines about one transcript are in the order in which they became known: what a line refers to
 * stands above it. `version` is the version in which the line's event was seen.
 */
export const ledgerEvent = z.discriminatedUnion('event', [
  /** A transcript's id was minted for the page at `url`; one that is used again shows those of several days. */
  z.strictObject({
    event: z.literal('transcript'),
    id: transcriptId,
    url: webAddress,
    seen: instant,
  }),
  /** Another page has the same exchanges: its captures are captures of this transcript. */
  z.strictObject({ event: z.literal('address'), id: transcriptId, url: webAddress, seen: instant }),
  /** A wording was settled: `capture` is the first that shows it, `same` the numbers whose words did not change. */
  z.strictObject({
    event: z.literal('version'),
    id: transcriptId,
    version: versionId,
    digest: sha256,
    capture: sha256,
    seen: instant,
    same: z.array(exchangeNumber),
  }),
  /** An exchange was seen for the first time. */
  z.strictObject({ event: z.literal('minted'), id: exchangeId, version: versionId, ...face.shape }),
  /** Its words changed since version `from`. */
  z.strictObject({
    event: z.literal('edited'),
    id: exchangeId,
    version: versionId,
    from: versionId,
    score,
    ...face.shape,
  }),
  /** The same words with other boundaries: the parser got better, or the page has other paragraphs. */
  z.strictObject({
    event: z.literal('reread'),
    id: exchangeId,
    version: versionId,
    score,
    ...face.shape,
  }),
  /** It stands elsewhere among the others than in version `from`: now after `after`, or first. */
  z.strictObject({
    event: z.literal('moved'),
    id: exchangeId,
    version: versionId,
    from: versionId,
    after: exchangeNumber.nullable(),
    score,
  }),
  /** A new number for words that were part of exchange `of`. */
  z.strictObject({
    event: z.literal('split'),
    id: exchangeId,
    of: exchangeNumber,
    version: versionId,
    score,
    ...face.shape,
  }),
  /** Its words are now part of exchange `into`. */
  z.strictObject({
    event: z.literal('merged'),
    id: exchangeId,
    into: exchangeNumber,
    version: versionId,
    score,
  }),
  /**
   * Today's version does not show it; `last` did. The score is that of the nearest look-alike; the
   * words are null where a better parser no longer reads the same bytes as an exchange.
   */
  z.strictObject({
    event: z.literal('removed'),
    id: exchangeId,
    version: versionId,
    last: versionId,
    score,
    words: lastWords.nullable(),
  }),
  /** Today's version shows it again. */
  z.strictObject({ event: z.literal('restored'), id: exchangeId, version: versionId, score }),
  /** Something happened to a part: its letter is kept, its words changed, or it is gone, or new. */
  z.strictObject({
    event: z.literal('part'),
    id: exchangeId,
    part: z.string().regex(/^[a-z]+$/),
    version: versionId,
    outcome: z.enum(['edited', 'moved', 'removed', 'new']),
    score,
  }),
  /**
   * Every address of it answered that there is no page, or with an error page under status 200. The
   * capture of `last` showed it before; null where no fetched one did.
   */
  z.strictObject({
    event: z.literal('vanished'),
    id: transcriptId,
    seen: instant,
    last: instant.nullable(),
    status: z.int(),
  }),
  /** An address of it shows the record again. */
  z.strictObject({ event: z.literal('returned'), id: transcriptId, seen: instant }),
  /**
   * The date of a capture of it was wrong: not `from` but `seen`. `version` is today's with the right dates,
   * and the numbers in `shown` were never gone, whatever lines above say.
   */
  z.strictObject({
    event: z.literal('redated'),
    id: transcriptId,
    capture: sha256,
    from: instant,
    seen: instant,
    reason: z.string().min(1),
    version: versionId,
    shown: z.array(exchangeNumber),
  }),
  /** By command: the text is taken out of site, search and exports; the address says when and why. */
  z.strictObject({
    event: z.literal('withheld'),
    id: z.union([transcriptId, exchangeId]),
    date: day,
    ground: z.string().min(1),
    /** The number of the withheld exchange of which it has words; left out if it was named itself. */
    of: exchangeNumber.optional(),
  }),
  /** By command: which exchanges of a wording that was held back are which numbers, null for new ones. */
  z.strictObject({
    event: z.literal('decided'),
    id: transcriptId,
    capture: sha256,
    exchanges: z.array(z.strictObject({ n: exchangeNumber.nullable(), ...face.shape })),
  }),
]);
export type LedgerEvent = z.infer<typeof ledgerEvent>;

/** One kind of ledger line. */
export type LedgerLine<Kind extends LedgerEvent['event']> = Extract<LedgerEvent, { event: Kind }>;
