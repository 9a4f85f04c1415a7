import { z } from 'zod';
import type { Run } from './change.ts';
import { transcriptId } from './transcript.ts';

/** One block of `content/editions.yaml`: what is one briefing, said by hand, which wins over the words. */
export const handEditions = z.strictObject({
  /** Transcripts of one briefing, each of another source; one alone is nobody's other edition. */
  editions: z.array(transcriptId).min(1),
  /** Why the words are not enough; shown to readers. */
  why: z.string().min(1),
});
export type HandEditions = z.infer<typeof handEditions>;

/** Passages of two editions that stand beside each other, by their places in `passagesOf`, from 0. */
export interface EditionRow {
  /** Either side may be empty: a gap. Across languages one may hold several: more cannot be said. */
  a: number[];
  b: number[];
  /** How alike they are, 0 to 1. */
  score: number;
  /** What both have and what one has, `before` for `a`; only in one language and where they differ. */
  runs?: Run[];
}

/** An exchange of one edition and the same exchange of the other, by their ids. */
export interface EditionPair {
  a: string;
  b: string;
  /** How sure the pair is, 0 to 1. */
  score: number;
  /** In reading order; null where both have the same words, passage for passage. */
  rows: EditionRow[] | null;
}

/**
 * One thing in which two editions differ, stated as a fact. `at` is a statement's position among the
 * transcript's children; the score of what only one edition has is that of the most alike in the other;
 * across languages of those that no other exchange has.
 */
export type EditionFact =
  | { kind: 'only-in-a' | 'only-in-b'; exchange: string; score: number }
  | { kind: 'statement-only-in-a' | 'statement-only-in-b'; at: number; score: number }
  | { kind: 'label'; a: string; b: string; labels: { a: string | null; b: string | null } }
  | { kind: 'words'; a: string; b: string; score: number }
  | { kind: 'order'; a: string; b: string };

/** Two transcripts of one briefing, side by side. */
export interface EditionAlignment {
  a: string;
  b: string;
  /** In the order of `a`. */
  pairs: EditionPair[];
  /** In the order of `a`, then what only one has. What could not be aligned is no omission: see `unsure`. */
  facts: EditionFact[];
  /** Exchanges of either edition that may be another's, but not surely: they stay unaligned. */
  unsure: string[];
}

/** An event of which more than one source published a record. */
export interface Briefing {
  /** `<institution>/<date>`, with `-2` for a second one of that day. */
  id: string;
  /** Ids of its transcripts, sorted. */
  editions: string[];
  /** Every two editions, in their order. */
  alignments: EditionAlignment[];
  /** Why a hand put them together, if one did. */
  hand: string | null;
}
