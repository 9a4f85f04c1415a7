/** Classes of characters of a folded text. */
export const kinds = { newline: 0, space: 1, symbol: 2, word: 3, han: 4 } as const;
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

const known = new Map<number, Kind>();

/** The class of a code point; remembered, because a text asks millions of times. */
export function kindOf(codePoint: number): Kind {
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const kind = classify(String.fromCodePoint(codePoint));
  known.set(codePoint, kind);
  return kind;
}

/** Whether every character stands in words of scripts with spaces. */
export const isWord = (text: string): boolean =>
  [...text].every((character) => kindOf(character.codePointAt(0) ?? 0) === kinds.word);
