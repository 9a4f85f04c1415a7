import { Converter } from 'opencc-js/t2cn';

/** Where Unicode keeps ideographs. */
const ideographs: [first: number, last: number][] = [
  [0x2e80, 0x2fdf],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
];

let known: ReadonlyMap<number, number> | undefined;

/**
 * Code point → that of its simplified form, for every character whose simplified form is another one,
 * by opencc's table for single characters; ascending. No form in it has another one itself. Made once
 * a run (0.1 s), by whoever asks first.
 */
export function simplifiedForms(): ReadonlyMap<number, number> {
  known ??= settled(openccForms());
  return known;
}

function openccForms(): Map<number, number> {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const pairs = new Map<number, number>();
  for (const [first, last] of ideographs) {
    for (let code = first; code <= last; code++) {
      const other = toSimplified(String.fromCodePoint(code)).codePointAt(0);
      if (other !== undefined && other !== code) pairs.set(code, other);
    }
  }
  return pairs;
}

/** 薴 becomes 苧, which is itself traditional for 苎: go on, so that folding twice changes nothing. */
const settled = (pairs: Map<number, number>): Map<number, number> =>
  new Map([...pairs].map(([code, form]) => [code, pairs.get(form) ?? form]));
