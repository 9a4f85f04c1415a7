import { kindOf, kinds } from './characters.ts';
import { eachTerm } from './terms.ts';

/** A term that a phrase needs and where, counted from the phrase's start. */
export interface PhraseTerm {
  term: string;
  /** Offset of the term in the phrase, in UTF-16 units of the folded phrase. */
  at: number;
  /** A word, whose places are doubled in the index; else a pair, or one Han character. */
  word: boolean;
  /** Whether the character before the word must be a space. */
  afterSpace: boolean;
  /** Any word that begins so, not only this one. */
  prefix: boolean;
}

/**
 * The fewest terms whose places prove a folded phrase to the letter.
 *
 * All of its words, because a word must be whole, and pairs for the rest; a run of Han characters
 * needs every second pair (中美, 关系 for 中美关系), which halves what a query reads. Empty where the
 * phrase has no character that is indexed.
 */
export function phraseTerms(phrase: string, prefix: boolean): PhraseTerm[] {
  const all = termsOf(phrase, prefix);
  if (all.length === 0) return soleCharacter(phrase);
  const pairs = all.filter(({ word }) => !word);
  const chosen = all.filter(({ word }) => word);
  const proven = (offset: number): boolean => chosen.some((term) => proves(term, offset));
  for (const spaces of [false, true]) {
    for (let offset = 0; offset < phrase.length; offset++) {
      if ((phrase[offset] === ' ') !== spaces || proven(offset)) continue;
      const pair = furthest(pairs, offset);
      if (!pair) return [];
      chosen.push(pair);
    }
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** Whether a term at its place leaves no doubt about the character at an offset. */
function proves({ term, at, afterSpace }: PhraseTerm, offset: number): boolean {
  return (afterSpace ? at - 1 : at) <= offset && offset < at + term.length;
}

/** The pair that covers an offset and reaches furthest behind it. */
function furthest(pairs: PhraseTerm[], offset: number): PhraseTerm | undefined {
  const covering = pairs.filter(({ term, at }) => at <= offset && offset < at + term.length);
  return covering.at(-1);
}

function termsOf(phrase: string, prefix: boolean): PhraseTerm[] {
  const terms: PhraseTerm[] = [];
  eachTerm(phrase, {
    word(start, end, place) {
      const atEnd = end === phrase.length;
      const term = phrase.slice(start, end);
      const afterSpace = (place & 1) === 1;
      terms.push({ term, at: start, word: true, afterSpace, prefix: prefix && atEnd });
    },
    pair(first, second, at) {
      const term = String.fromCodePoint(first, second);
      if (second !== 10) terms.push({ term, at, word: false, afterSpace: false, prefix: false });
    },
  });
  return terms;
}

function soleCharacter(phrase: string): PhraseTerm[] {
  const code = phrase.codePointAt(0) ?? 0;
  if (kindOf(code) !== kinds.han || String.fromCodePoint(code) !== phrase) return [];
  return [{ term: phrase, at: 0, word: false, afterSpace: false, prefix: false }];
}
