import { Converter } from 'opencc-js/t2cn';
import { pushVarint } from './bytes.ts';
import { createFold, type Fold, readFoldSources, readFoldTargets } from './fold.ts';

/** Where Unicode keeps ideographs. */
const ideographs: [first: number, last: number][] = [
  [0x2e80, 0x2fdf],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
];

/** Every character whose simplified form is another one, by opencc's table for single characters. */
function simplified(): Map<number, number> {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const pairs = new Map<number, number>();
  for (const [first, last] of ideographs) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const other = toSimplified(character).codePointAt(0);
      if (other !== undefined && other !== code) pairs.set(code, other);
    }
  }
  return pairs;
}

/** The folding table's two files: see `readFoldSources` and `readFoldTargets`. */
export interface FoldFiles {
  sources: Uint8Array;
  targets: Uint8Array;
}

let written: FoldFiles | undefined;

/** The folding table as files; made once a run (0.2 s). */
export function foldFiles(): FoldFiles {
  if (written) return written;
  const pairs = simplified();
  const sources: number[] = [];
  const targets: number[] = [];
  let from = 0;
  let to = 0;
  for (const [code, first] of [...pairs].sort(([a], [b]) => a - b)) {
    // 薴 becomes 苧, which is itself traditional for 苎: go on, so that folding twice changes nothing.
    const target = pairs.get(first) ?? first;
    const step = target - to;
    pushVarint(sources, code - from);
    pushVarint(targets, step < 0 ? -2 * step - 1 : 2 * step);
    from = code;
    to = target;
  }
  written = { sources: Uint8Array.from(sources), targets: Uint8Array.from(targets) };
  return written;
}

/** The fold by the whole table. */
export function wholeFold(): Fold {
  const { sources, targets } = foldFiles();
  return createFold(readFoldTargets(readFoldSources(sources), targets));
}
