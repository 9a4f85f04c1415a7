import { Reader } from './bytes.ts';

/** Folds text for comparison, character by character and without looking at the neighbours. */
export interface Fold {
  /** The folded text: NFKC, lower case, traditional to simplified, straight quotes, plain spaces. */
  text(value: string): string;
  /** The folded text and where it came from, so that a hit can be marked in the stored text. */
  mapped(value: string): FoldedText;
}

/** A folded text with, for every UTF-16 unit of it, start and end of its character in the stored text. */
export interface FoldedText {
  text: string;
  starts: number[];
  ends: number[];
}

/** Soft hyphen, zero-width characters, byte order mark, variation selectors: not seen, so not sought. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** What one character becomes before the table is asked. */
function plain(character: string): string {
  if (invisible.test(character)) return '';
  if (/\p{Cs}/u.test(character)) return '\ufffd';
  if (character !== '\n' && /\s/u.test(character)) return ' ';
  return character.normalize('NFKC').toLowerCase();
}

/** Reads the folding table's file: pairs of code points, both as steps from the pair before. */
export function readFoldTable(bytes: Uint8Array): Map<number, number> {
  const reader = new Reader(bytes);
  const table = new Map<number, number>();
  let from = 0;
  let to = 0;
  while (!reader.done) {
    from += reader.varint();
    const step = reader.varint();
    to += step & 1 ? -((step + 1) >> 1) : step >> 1;
    table.set(from, to);
  }
  return table;
}

/** A fold by one table; index, query and test use this function alike. */
export function createFold(table: ReadonlyMap<number, number>): Fold {
  const known: string[] = [];
  const foldCharacter = (character: string): string => {
    const own = character.codePointAt(0) ?? 0;
    const found = known[own];
    if (found !== undefined) return found;
    let folded = '';
    for (const one of plain(character)) {
      const code = one.codePointAt(0) ?? 0;
      folded += String.fromCodePoint(table.get(code) ?? code);
    }
    known[own] = folded;
    return folded;
  };
  return {
    text(value) {
      let folded = '';
      for (const character of value) folded += foldCharacter(character);
      return folded;
    },
    mapped(value) {
      const result: FoldedText = { text: '', starts: [], ends: [] };
      let at = 0;
      for (const character of value) {
        const folded = foldCharacter(character);
        result.text += folded;
        for (let i = 0; i < folded.length; i++) {
          result.starts.push(at);
          result.ends.push(at + character.length);
        }
        at += character.length;
      }
      return result;
    },
  };
}
