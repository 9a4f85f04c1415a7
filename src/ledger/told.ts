import type { Alignment } from './align.ts';
import type { Decision, Life } from './book.ts';
import { faceKey } from './face.ts';
import type { Old } from './match.ts';
import type { Wording } from './versions.ts';

/**
 * The last decision of a person on a wording; null if there is none.
 *
 * For a settled wording only one that its version knows: any other was made before its numbers were.
 */
export function decisionOn({ decisions }: Life, { sightings, version }: Wording): Decision | null {
  const shows = ({ line }: Decision) =>
    sightings.some(({ capture }) => capture.sha256 === line.capture);
  const isItsOwn = (one: Decision) => version === null || one.version === version.version;
  return decisions.findLast((one) => shows(one) && isItsOwn(one)) ?? null;
}

/**
 * The alignment that a person decided on; null if the decision does not fit what is read today.
 *
 * It holds by place: two exchanges may say the same. The faces only check that today's parser reads the
 * exchanges that were decided on; `keys` are theirs, in reading order. What words say of splits, mergers
 * and likeness is taken from `found`, the alignment without a decision.
 */
export function decidedAlignment(
  decision: Decision,
  olds: Old[],
  keys: string[],
  found: Alignment,
): Alignment | null {
  const { line, numbers } = decision;
  const { exchanges } = line;
  const given = numbers.filter((n) => n !== null);
  const fits =
    exchanges.length === keys.length &&
    exchanges.every((face, at) => faceKey(face) === keys[at]) &&
    new Set(given).size === given.length &&
    given.every((n) => olds.some((old) => old.n === n));
  if (!fits) return null;
  const pairs = numbers.flatMap((n, at) => {
    const old = olds.findIndex((it) => it.n === n);
    return old < 0 ? [] : [{ old, new: at, score: scoreIn(found, old, at) }];
  });
  const paired = {
    old: new Set(pairs.map(({ old }) => old)),
    new: new Set(pairs.map((it) => it.new)),
  };
  return {
    pairs,
    splits: found.splits.filter((it) => !paired.new.has(it.new)),
    merges: found.merges.filter(({ old }) => !paired.old.has(old)),
    doubts: [],
    weighed: [],
    nearest: found.nearest,
  };
}

/** Whether exchanges that were called new still have no number. */
export const isPending = ({ numbers }: Decision): boolean => numbers.includes(null);

const scoreIn = ({ pairs, doubts }: Alignment, old: number, at: number): number =>
  [...pairs, ...doubts].find((it) => it.old === old && it.new === at)?.score ?? 0;
