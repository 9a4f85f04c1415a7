import type { Alignment } from './align.ts';
import type { Life } from './book.ts';
import { faceKey } from './face.ts';
import type { Old } from './match.ts';
import type { Wording } from './versions.ts';

/**
 * The alignment that a person told of a wording; null where nobody did, or where today's parser reads
 * other exchanges than those that were told of.
 *
 * `keys` are those of the wording's faces, in reading order.
 */
export function toldAlignment(
  life: Life,
  it: Wording,
  olds: Old[],
  keys: string[],
): Alignment | null {
  const told = it.sightings.flatMap(({ capture }) => life.decided.get(capture.sha256) ?? []).at(-1);
  if (!told) return null;
  const numbers = new Map(told.exchanges.map(({ n, ...face }) => [faceKey(face), n]));
  if (!keys.every((key) => numbers.has(key))) return null;
  const pairs = keys.flatMap((key, at) => {
    const old = olds.findIndex(({ n }) => n === numbers.get(key));
    return old < 0 ? [] : [{ old, new: at, score: 1 }];
  });
  return { pairs, splits: [], merges: [], doubts: [], nearest: olds.map(() => 0) };
}
