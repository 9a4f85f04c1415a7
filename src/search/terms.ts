import { kindOf, kinds } from './characters.ts';

/** What takes the terms of a text, in the order in which they end. */
export interface TermTaker {
  /** A word from one offset to another; its place is its offset × 2, + 1 where a space stands before. */
  word(start: number, end: number, place: number): void;
  /** Two neighbouring code points; their place is the offset of the first. */
  pair(first: number, second: number, place: number): void;
}

const newline = 10;

/**
 * Cuts folded text into the terms that the index keeps.
 *
 * - A word is a run of letters and digits of scripts with spaces: `5g`. Its place tells whether a
 *   space stands before it: that is how a phrase knows a space from a hyphen.
 * - A pair is two neighbouring characters of a line of which at least one is Han or a symbol: `华为`,
 *   `f-`, `为5`. A Han character that ends a line pairs with the newline.
 *
 * Offsets count UTF-16 units of the folded text. Every character but a space between two words is in
 * a term with its neighbours, so that a phrase can be checked to the letter without the text.
 */
export function eachTerm(text: string, take: TermTaker): void {
  let before = newline;
  let beforeKind: number = kinds.newline;
  let beforeAt = 0;
  let wordStart = -1;
  let afterSpace = 0;
  for (let at = 0; at <= text.length; ) {
    const code = text.codePointAt(at) ?? newline;
    const kind = kindOf(code);
    if (kind === kinds.word) {
      if (wordStart < 0) {
        wordStart = at;
        afterSpace = beforeKind === kinds.space ? 1 : 0;
      }
    } else if (wordStart >= 0) {
      take.word(wordStart, at, wordStart * 2 + afterSpace);
      wordStart = -1;
    }
    if (isPair(beforeKind, kind)) take.pair(before, code, beforeAt);
    before = code;
    beforeKind = kind;
    beforeAt = at;
    at += code > 0xffff ? 2 : 1;
  }
}

function isPair(first: number, second: number): boolean {
  if (first === kinds.newline) return false;
  if (second === kinds.newline) return first === kinds.han;
  return isDense(first) || isDense(second);
}

/** Whether a kind of character is indexed with each of its neighbours. */
const isDense = (kind: number): boolean => kind === kinds.han || kind === kinds.symbol;
