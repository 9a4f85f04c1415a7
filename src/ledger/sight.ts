import type { DraftExchange } from '../model/draft.ts';
import type { Face } from '../model/ledger.ts';
import { exchangeWords } from './exchange-words.ts';
import { sketchSize } from './face.ts';
import { once } from './once.ts';
import { type Bag, clauseBag, readSketch } from './sketch.ts';
import { featuresOf, stepsOf, unitsOf } from './units.ts';

/** One side of an exchange: its features, and its words in order where they are known. */
export interface Side {
  bag: Bag;
  /** Null where only a sketch is left. */
  units: number[] | null;
  /** Its words and punctuation marks in order, where they are few: common words stand between them as before. */
  steps: number[] | null;
}

/** An exchange as alignment sees it. */
export interface Sight {
  asker: string | null;
  question: Side;
  answer: Side;
}

/** In so few units words are too common to weigh anything. */
const short = 120;

/** What the ledger remembers, in clauses; comparable with `clauseSight`. */
export function rememberedSight({ asker, question, answer }: Face): Sight {
  return {
    asker,
    question: clauseSide(readSketch(question, sketchSize.question)),
    answer: clauseSide(readSketch(answer, sketchSize.answer)),
  };
}

/** An exchange in clauses: for comparing with what the ledger remembers of the same bytes. */
export function clauseSight(exchange: DraftExchange): Sight {
  return sightOf(exchange, (text) => clauseSide(clauseBag(text)));
}

/** An exchange in words: for comparing with another wording. */
export const wordSight = once((exchange: DraftExchange): Sight => {
  const sight = sightOf(exchange, wordSide);
  return { ...sight, asker: sight.asker && unitsOf(sight.asker).join() };
});

/** One text in words: what tells it from others as features, all units in order. */
export function wordSide(text: string): Side {
  const units = unitsOf(text);
  const bag = { features: featuresOf(units), limit: Number.POSITIVE_INFINITY };
  return { bag, units, steps: units.length < short ? stepsOf(text) : null };
}

/** One text in clauses, of which the order is not known. */
export const clauseSide = (bag: Bag): Side => ({ bag, units: null, steps: null });

function sightOf(exchange: DraftExchange, side: (text: string) => Side): Sight {
  const { asker, question, answer } = exchangeWords(exchange);
  return { asker, question: side(question), answer: side(answer) };
}
