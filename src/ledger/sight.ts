import type { DraftExchange } from '../model/draft.ts';
import type { Face } from '../model/ledger.ts';
import { exchangeWords } from './exchange-words.ts';
import { sketchSize } from './face.ts';
import { once } from './once.ts';
import { type Bag, clauseBag, readSketch } from './sketch.ts';
import { featuresOf, unitsOf } from './units.ts';

/** One side of an exchange: its features, and its words in order where they are known. */
export interface Side {
  bag: Bag;
  /** Null where only a sketch is left. */
  units: number[] | null;
}

/** An exchange as alignment sees it. */
export interface Sight {
  asker: string | null;
  question: Side;
  answer: Side;
}

/** What the ledger remembers, in clauses; comparable with `clauseSight`. */
export function rememberedSight({ asker, question, answer }: Face): Sight {
  return {
    asker,
    question: { bag: readSketch(question, sketchSize.question), units: null },
    answer: { bag: readSketch(answer, sketchSize.answer), units: null },
  };
}

/** An exchange in clauses: for comparing with what the ledger remembers of the same bytes. */
export function clauseSight(exchange: DraftExchange): Sight {
  return sightOf(exchange, (text) => ({ bag: clauseBag(text), units: null }));
}

/** An exchange in words: for comparing with another wording. */
export const wordSight = once((exchange: DraftExchange): Sight => sightOf(exchange, wordSide));

/** One text in words: what tells it from others as features, all units in order. */
export function wordSide(text: string): Side {
  const units = unitsOf(text);
  return { bag: { features: featuresOf(units), limit: Number.POSITIVE_INFINITY }, units };
}

function sightOf(exchange: DraftExchange, side: (text: string) => Side): Sight {
  const { asker, question, answer } = exchangeWords(exchange);
  return { asker, question: side(question), answer: side(answer) };
}
