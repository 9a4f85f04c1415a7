import { simplifiedForms } from '../fold/simplified.ts';

const noSpaces = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const unit = `[${noSpaces}]|(?:(?![${noSpaces}])\\p{L})+|\\p{N}+`;
const units = new RegExp(unit, 'gu');
const steps = new RegExp(`${unit}|\\p{P}`, 'gu');

/**
 * The units that a text is compared in: characters of scripts without spaces, words and numbers
 * elsewhere; case, width, punctuation and the Chinese script do not count. Each is a number below 2^24.
 */
export const unitsOf = (text: string): number[] => codesIn(text, units);

/** The units with the punctuation marks between them: how a text is built. */
export const stepsOf = (text: string): number[] => codesIn(text, steps);

const codesIn = (text: string, pattern: RegExp): number[] =>
  (text.normalize('NFKC').toLowerCase().match(pattern) ?? []).map(codeOf);

/**
 * What tells texts apart: words where there are words, pairs of neighbours where a character alone
 * says little. With half of the words replaced a quarter of all pairs is left, but half of the words.
 */
export function featuresOf(units: number[]): Set<number> {
  const features = new Set<number>();
  for (const [at, unit] of units.entries()) {
    if (!isCharacter(unit)) features.add(unit);
    else {
      const next = units[at + 1];
      if (next !== undefined && isCharacter(next)) features.add(pairOf(unit, next));
    }
  }
  return features.size > 0 ? features : new Set(units);
}

/** A number below 2^31, which takes no memory of its own; of 10,000 pairs hardly two share one. */
const pairOf = (unit: number, next: number): number =>
  (Math.imul(unit, 0x9e3779b1) + Math.imul(next, 0x85ebca6b)) >>> 1;

/** Whether a unit is a single character of a script without spaces: from the CJK radicals up. */
const isCharacter = (unit: number): boolean => unit >= 0x2e80 && unit < 0x110000;

/** The code point of a single character, simplified; of a longer unit a hash above all code points. */
function codeOf(unit: string): number {
  const point = unit.codePointAt(0) ?? 0;
  if (unit.length === (point > 0xffff ? 2 : 1)) {
    return isCharacter(point) ? (simplifiedForms().get(point) ?? point) : point;
  }
  let hash = 7;
  for (let at = 0; at < unit.length; at += 1) {
    hash = (Math.imul(hash, 31) + unit.charCodeAt(at)) >>> 0;
  }
  return 0x110000 + (hash % (2 ** 24 - 0x110000));
}

/**
 * How much of two texts stands in both in the same order: twice the longest common subsequence over
 * both lengths, 0 to 1; 1 for two empty texts.
 */
export function inOrderShare(a: number[], b: number[]): number {
  if (a.length + b.length === 0) return 1;
  return (2 * commonLength(a, b)) / (a.length + b.length);
}

/**
 * Length of the longest common subsequence, 32 places of `b` at a time: a row of the usual table grows
 * by one where a bit is 0, and a sum with carry moves all its steps at once (Hyyrö 2004).
 */
function commonLength(a: number[], b: number[]): number {
  const places = placesIn(b);
  const row = new Uint32Array(Math.ceil(b.length / 32)).fill(2 ** 32 - 1);
  for (const unit of a) {
    const matches = places.get(unit);
    if (!matches) continue;
    let carry = 0;
    for (let at = 0; at < row.length; at += 1) {
      const word = row[at] ?? 0;
      const hits = matches[at] ?? 0;
      const sum = word + ((word & hits) >>> 0) + carry;
      carry = sum >= 2 ** 32 ? 1 : 0;
      row[at] = sum | (word & ~hits);
    }
  }
  return row.reduce((length, word) => length + 32 - bitsIn(word), 0);
}

/** Unit → the places where a text has it, as bits. */
function placesIn(units: number[]): Map<number, Uint32Array> {
  const places = new Map<number, Uint32Array>();
  for (const [at, unit] of units.entries()) {
    const bits = places.get(unit) ?? new Uint32Array(Math.ceil(units.length / 32));
    bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
    places.set(unit, bits);
  }
  return places;
}

function bitsIn(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
