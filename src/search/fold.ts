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

/** Forms that a keyboard does not have: curly quotes, and the hyphens that stand in words. */
const typographic = new Map(
  [...'‐-‒-–-‘\'’\'“"”"'.matchAll(/(.)(.)/g)].map(([, from = '', to = '']) => [from, to]),
);

/** What one character becomes before the table is asked. */
function plain(character: string): string {
  if (invisible.test(character)) return '';
  if (/[\ud800-\udfff]/u.test(character)) return '\ufffd';
  if (character !== '\n' && /\s/u.test(character)) return ' ';
  const folded = character.normalize('NFKC').toLowerCase();
  return typographic.get(folded) ?? folded;
}

/** The folding table: what a character becomes. Its file has two parts, so that most readers load the first only. */
export interface FoldTable {
  /** Every character that becomes another one. */
  sources: ReadonlySet<number>;
  /** What each becomes; empty until that part has come. */
  targets: ReadonlyMap<number, number>;
}

/** Reads the first part of the table: code points as steps from the one before. */
export function readFoldSources(bytes: Uint8Array): FoldTable {
  const reader = new Reader(bytes);
  const sources = new Set<number>();
  for (let code = 0; !reader.done; sources.add(code)) code += reader.varint();
  return { sources, targets: new Map() };
}

/** The table with its second part: for each source, in order, the step from the target before. */
export function readFoldTargets({ sources }: FoldTable, bytes: Uint8Array): FoldTable {
  const reader = new Reader(bytes);
  const targets = new Map<number, number>();
  let to = 0;
  for (const code of sources) {
    const step = reader.varint();
    to += step & 1 ? -((step + 1) >> 1) : step >> 1;
    targets.set(code, to);
  }
  return { sources, targets };
}

/** Whether a text folds by what has come of a table. */
export const isCovered = (value: string, { sources, targets }: FoldTable): boolean =>
  targets.size > 0 || ![...new Set(value)].some((character) => meets(character, sources));

/** Nothing before the first radical becomes an ideograph, and no unified ideograph becomes another before the table. */
function meets(character: string, sources: FoldTable['sources']): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80 || (code >= 0x4e00 && code < 0xa000)) return sources.has(code);
  return [...plain(character)].some((one) => sources.has(one.codePointAt(0) ?? 0));
}

/** A fold by one table; index, query and test use this function alike. */
export function createFold({ targets }: FoldTable): Fold {
  const known: string[] = [];
  const foldCharacter = (character: string): string => {
    const own = character.codePointAt(0) ?? 0;
    const found = known[own];
    if (found !== undefined) return found;
    let folded = '';
    for (const one of plain(character)) {
      const code = one.codePointAt(0) ?? 0;
      folded += String.fromCodePoint(targets.get(code) ?? code);
    }
    known[own] = folded;
    return folded;
  };
  return {
    text(value) {
      // Run by run: a text put together from characters takes 32 bytes for each until it is read.
      let folded = '';
      let from = 0;
      let at = 0;
      for (const character of value) {
        const other = foldCharacter(character);
        if (other !== character) {
          folded += value.slice(from, at) + other;
          from = at + character.length;
        }
        at += character.length;
      }
      return folded + value.slice(from);
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
