const noSpaces = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const units = new RegExp(`[${noSpaces}]|(?:(?![${noSpaces}])\\p{L})+|\\p{N}+`, 'gu');

/**
 * The units that a text is compared in: characters of scripts without spaces, words and numbers
 * elsewhere; case, width and punctuation do not count. Each is a number below 2^24.
 */
export function unitsOf(text: string): number[] {
  return (text.normalize('NFKC').toLowerCase().match(units) ?? []).map(codeOf);
}

/**
 * What tells texts apart: words where there are words, pairs of neighbours where a character alone
 * says little. With half of the words replaced a quarter of all pairs is left, but half of the words.
 */
export function featuresOf(units: number[]): Set<number> {
  const features = units.flatMap((unit, at) => {
    if (!isCharacter(unit)) return unit;
    const next = units[at + 1];
    return next !== undefined && isCharacter(next) ? unit * 2 ** 24 + next : [];
  });
  return new Set(features.length > 0 ? features : units);
}

/** Whether a unit is a single character of a script without spaces: from the CJK radicals up. */
const isCharacter = (unit: number): boolean => unit >= 0x2e80 && unit < 0x110000;

/** The code point of a single character, of a longer unit a hash above all code points. */
function codeOf(unit: string): number {
  const point = unit.codePointAt(0) ?? 0;
  if (unit.length === (point > 0xffff ? 2 : 1)) return point;
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
  const row = new Uint32Array(b.length + 1);
  for (const unit of a) {
    let diagonal = 0;
    for (let at = 0; at < b.length; at += 1) {
      const above = row[at + 1] ?? 0;
      row[at + 1] = unit === b[at] ? diagonal + 1 : Math.max(above, row[at] ?? 0);
      diagonal = above;
    }
  }
  return (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}
