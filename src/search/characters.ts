/** Classes of characters of a folded text. */
export const kinds = { newline: 1, space: 2, symbol: 3, word: 4, han: 5 } as const;
/** `word`: letters, digits and marks that stand in words; `han`: characters of scripts without spaces. */
export type Kind = (typeof kinds)[keyof typeof kinds];

const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;

function classify(character: string): Kind {
  if (character === '\n') return kinds.newline;
  if (/\s/u.test(character)) return kinds.space;
  if (!letter.test(character)) return kinds.symbol;
  return spaceless.test(character) ? kinds.han : kinds.word;
}

/** By code point, 0 where it has not been asked for: a build asks for tens of millions. */
const known = new Uint8Array(0x110000);

/** The class of a code point. */
export function kindOf(codePoint: number): number {
  const found = known[codePoint];
  if (found) return found;
  const kind = classify(String.fromCodePoint(codePoint));
  known[codePoint] = kind;
  return kind;
}

/** Whether every character stands in words of scripts with spaces. */
export const isWord = (text: string): boolean =>
  [...text].every((character) => kindOf(character.codePointAt(0) ?? 0) === kinds.word);
