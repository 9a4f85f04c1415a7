import type { Fold } from './fold.ts';
import { markedSpans } from './mark.ts';
import type { PhraseQuery } from './query.ts';
import type { Unit, UnitTurn } from './unit.ts';

/** A hit with the words around it on its line, all as stored: a row of a keyword-in-context view. */
export interface Passage {
  side: UnitTurn['side'];
  before: string;
  hit: string;
  after: string;
}

/** Characters shown on each side of a hit. */
const around = 30;

/** Every hit of a unit in its context, in reading order. */
export function passages(
  unit: Unit,
  phrases: PhraseQuery[],
  fold: Fold,
  width = around,
): Passage[] {
  return unit.turns.flatMap(({ side, text }) =>
    markedSpans(text, side, phrases, fold).map(({ start, end }) => ({
      side,
      before: text.slice(Math.max(0, start - width, text.lastIndexOf('\n', start - 1) + 1), start),
      hit: text.slice(start, end),
      after: text.slice(end, end + width).split('\n')[0] ?? '',
    })),
  );
}
