import { z } from 'zod';
import type { Parsed } from '../src/parse/index.ts';
import { compare, type Disagreement } from './compare.ts';
import { adjudicated, inCorpus, linesOf } from './corpus.ts';
import { pairsOf, pairsOfReference, referenceLine } from './pairs.ts';

/** A line of tests/adjudicated/mfa-zh.jsonl: who is right where parser and reference differ. */
export const verdict = z.strictObject({
  url: z.string(),
  place: z.string(),
  /** Of the two splits that were read; see `Disagreement`. */
  digest: z.string(),
  side: z.enum(['parser', 'reference', 'neither']),
  why: z.string().min(1),
});
export type Verdict = z.infer<typeof verdict>;

/** The parser against the reference, before and after somebody read where they differ. */
export interface MfaScore {
  /** How many pages the parser took for what: a kind, or the reason why there is no transcript. */
  kinds: Map<string, number>;
  conferences: number;
  /** Conferences in which every pair is equal. */
  wholly: number;
  pairs: { ours: number; theirs: number; equal: number };
  disagreements: Disagreement[];
  /** Disagreements that nobody has read yet, or not as they are now. */
  open: Disagreement[];
  /** Pairs that are right once the reference's own faults are not counted; an open disagreement is wrong. */
  right: number;
  wrong: number;
  /**
   * Against the same reference, the split that the readers settled on: what the raw figures could be
   * at most, because the reference has faults. An open disagreement counts as the parser splits it.
   */
  best: { pairs: number; equal: number };
}

/** A page that announces itself as a regular press conference; the others are no measure. */
const conference = /主持例行记者会/u;

/** Compare each conference of the Chinese ministry, as parsed, with the reference's split. */
export function scoreMfa(parsed: ReadonlyMap<string, Parsed>): MfaScore {
  const kinds = new Map<string, number>();
  const compared = linesOf(inCorpus('mfa-zh.reference.jsonl.gz'), referenceLine).flatMap((line) => {
    const page = parsed.get(line.url);
    if (!page) throw new Error(`Expected a page for ${line.url} of the reference, got none`);
    const { draft, reason } = page;
    const kind = draft?.kind ?? reason ?? '';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (!conference.test(line.title)) return [];
    const [ours, theirs] = [draft ? pairsOf(draft) : [], pairsOfReference(line)];
    return [{ ours: ours.length, theirs: theirs.length, ...compare(line.url, ours, theirs) }];
  });
  const sum = (key: 'ours' | 'theirs' | 'equal') =>
    compared.reduce((total, one) => total + one[key], 0);
  const pairs = { ours: sum('ours'), theirs: sum('theirs'), equal: sum('equal') };
  const disagreements = compared.flatMap((one) => one.disagreements);
  return {
    kinds,
    conferences: compared.length,
    wholly: compared.filter((one) => one.disagreements.length === 0).length,
    pairs,
    disagreements,
    ...judge(disagreements, pairs.equal, adjudicated('mfa-zh.jsonl', verdict)),
  };
}

function judge(disagreements: Disagreement[], equal: number, verdicts: Verdict[]) {
  const sides = new Map(verdicts.map((it) => [`${it.url} ${it.place} ${it.digest}`, it.side]));
  const open: Disagreement[] = [];
  let [right, wrong] = [equal, 0];
  const best = { pairs: equal, equal };
  for (const one of disagreements) {
    const side = sides.get(`${one.url} ${one.place} ${one.digest}`);
    if (side === undefined) open.push(one);
    if (side === 'parser') right += one.ours.length;
    else wrong += Math.max(one.ours.length, one.theirs.length);
    best.pairs += side === 'reference' ? one.theirs.length : one.ours.length;
    if (side === 'reference') best.equal += one.theirs.length;
  }
  return { open, right, wrong, best };
}
