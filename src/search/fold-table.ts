import { Converter } from 'opencc-js/t2cn';
import { pushVarint } from './bytes.ts';

/** Typographic forms that a keyboard does not have: curly quotes, and the hyphens that stand in words. */
const typographic: [from: string, to: string][] = [
  ['‐', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
];

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

let written: Uint8Array | undefined;

/** The folding table's file, read back by `readFoldTable`; made once a run (0.2 s). */
export function foldTableBytes(): Uint8Array {
  if (written) return written;
  const pairs = simplified();
  for (const [from, to] of typographic) pairs.set(from.charCodeAt(0), to.charCodeAt(0));
  const bytes: number[] = [];
  let from = 0;
  let to = 0;
  for (const [code, first] of [...pairs].sort(([a], [b]) => a - b)) {
    // 薴 becomes 苧, which is itself traditional for 苎: go on, so that folding twice changes nothing.
    const target = pairs.get(first) ?? first;
    const step = target - to;
    pushVarint(bytes, code - from);
    pushVarint(bytes, step < 0 ? -2 * step - 1 : 2 * step);
    from = code;
    to = target;
  }
  written = Uint8Array.from(bytes);
  return written;
}
