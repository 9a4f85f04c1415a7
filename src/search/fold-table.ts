import { simplifiedForms } from '../fold/simplified.ts';
import { pushVarint } from './bytes.ts';
import { createFold, type Fold, readFoldSources, readFoldTargets } from './fold.ts';

/** The folding table's two files: see `readFoldSources` and `readFoldTargets`. */
export interface FoldFiles {
  sources: Uint8Array;
  targets: Uint8Array;
}

let written: FoldFiles | undefined;

/** The folding table as files; made once a run (0.2 s). */
export function foldFiles(): FoldFiles {
  if (written) return written;
  const sources: number[] = [];
  const targets: number[] = [];
  let from = 0;
  let to = 0;
  for (const [code, target] of simplifiedForms()) {
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
