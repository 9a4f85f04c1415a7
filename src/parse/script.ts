/** How many letters of each script a text has, and digits. */
export interface Scripts {
  latin: number;
  han: number;
  kana: number;
  hangul: number;
  /** Letters of any other script. */
  other: number;
  digit: number;
}

const none = 0;
const latin = 1;
const han = 2;
const kana = 3;
const hangul = 4;
const other = 5;
const digit = 6;

/** The script of each UTF-16 unit; the first half of a surrogate pair counts as Han, the second as nothing. */
const scriptOfUnit = Uint8Array.from({ length: 0x10000 }, (_, unit) => scriptOf(unit));

function scriptOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return digit;
  if (unit >= 0x3400 && unit <= 0x9fff) return han;
  if (unit >= 0xac00 && unit <= 0xd7a3) return hangul;
  if (unit >= 0x3041 && unit <= 0x30ff) return kana;
  if (unit >= 0xd800 && unit <= 0xdbff) return han;
  if (!/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) return none;
  return unit < 0x250 ? latin : other;
}

/** Count a text by script. */
export function countScripts(text: string): Scripts {
  const counts = new Uint32Array(7);
  for (let at = 0; at < text.length; at++) {
    const script = scriptOfUnit[text.charCodeAt(at)] ?? none;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  const [, inLatin = 0, inHan = 0, inKana = 0, inHangul = 0, inOther = 0, digits = 0] = counts;
  return {
    latin: inLatin,
    han: inHan,
    kana: inKana,
    hangul: inHangul,
    other: inOther,
    digit: digits,
  };
}

/** Letters and digits of a text, in any script. */
export function countLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++)
    if (scriptOfUnit[text.charCodeAt(at)] !== none) count += 1;
  return count;
}
