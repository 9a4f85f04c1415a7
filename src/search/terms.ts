import { kindOf, kinds } from './characters.ts';

/** Takes one term of a text and its place; see `eachTerm` for what the place means. */
export type TakeTerm = (term: string, place: number) => void;

/**
 * Cuts folded text into the terms that the index keeps.
 *
 * - A word is a run of letters and digits of scripts with spaces: `5g`. Its place is its offset times
 *   two, plus one when a space stands before it: that is how a phrase knows a space from a hyphen.
 * - A pair is two neighbouring characters of a line of which at least one is Han or a symbol: `华为`,
 *   `f-`, `为5`. Its place is its offset. A Han character that ends a line pairs with the newline.
 *
 * Offsets count UTF-16 units of the folded text. Every character but a space between two words is in
 * a term with its neighbours, so that a phrase can be checked to the letter without the text.
 */
export function eachTerm(text: string, take: TakeTerm): void {
  let before = '\n';
  let beforeKind: number = kinds.newline;
  let wordStart = -1;
  let wordAfterSpace = 0;
  let at = 0;
  for (const character of `${text}\n`) {
    const kind = kindOf(character.codePointAt(0) ?? 0);
    if (kind === kinds.word) {
      if (wordStart < 0) {
        wordStart = at;
        wordAfterSpace = beforeKind === kinds.space ? 1 : 0;
      }
    } else if (wordStart >= 0) {
      take(text.slice(wordStart, at), wordStart * 2 + wordAfterSpace);
      wordStart = -1;
    }
    if (isPair(beforeKind, kind)) take(before + character, at - before.length);
    before = character;
    beforeKind = kind;
    at += character.length;
  }
}

function isPair(first: number, second: number): boolean {
  if (first === kinds.newline) return false;
  if (second === kinds.newline) return first === kinds.han;
  return isDense(first) || isDense(second);
}

/** Whether a kind of character is indexed with each of its neighbours. */
const isDense = (kind: number): boolean => kind === kinds.han || kind === kinds.symbol;

/** Calls back with every Han character of a folded text: the terms of one character, without a place. */
export function eachHan(text: string, take: (character: string) => void): void {
  for (const character of text) {
    if (kindOf(character.codePointAt(0) ?? 0) === kinds.han) take(character);
  }
}
