import type { Draft } from '../model/draft.ts';
import type { Turn } from '../model/transcript.ts';
import { unitsOf } from './units.ts';

type Child = Draft['children'][number] | Turn['children'][number];

/** Units in a row that two texts do not share by chance: words, or characters of scripts without spaces. */
const run = { words: 8, characters: 12 } as const;

/** How many such runs make a passage; formulae of a sentence are shorter. */
const passage = 3;

/** A text of fewer units says nothing by itself: "Yes." */
const least = 4;

/** From so many units on, most of a text is not found elsewhere by chance. */
const long = 20;

/** Words that are withheld. */
export interface WithheldWords {
  /** Whether a part of a transcript has a passage of them, or is a copy. */
  areIn(child: Child): boolean;
}

/**
 * The words of one withheld exchange.
 *
 * `said` is the exchange as each wording has it; `beside` is all else in those wordings. What also stands
 * there is a formula and not of the exchange alone; only a copy of most of the words counts all the same.
 */
export function withheldWords(said: Child[], beside: Child[]): WithheldWords {
  const turns = said.flatMap(turnTexts);
  const runs = new Set(turns.flatMap(runsIn));
  const others = beside.map(lineOf);
  const telling = [...runs].filter((one) => !others.some((line) => line.includes(one)));
  const isLong = turns.some((text) => unitsOf(text).length >= long);
  const copies = new Set(said.map(lineOf));
  return {
    areIn(child) {
      const line = lineOf(child);
      if (copies.has(line) && runs.size > 0) return true;
      const hits = telling.filter((one) => line.includes(one)).length;
      if (hits > 0 && hits >= Math.min(passage, telling.length)) return true;
      return isLong && 2 * [...runs].filter((one) => line.includes(one)).length >= runs.size;
    },
  };
}

const turnTexts = (child: Child): string[] =>
  child.type === 'exchange' ? child.children.flatMap(turnTexts) : [valuesIn(child).join(' ')];

function valuesIn(child: Child): string[] {
  return 'value' in child ? [child.value] : child.children.flatMap(valuesIn);
}

/** The units of all words, so that a run of them can be looked for. */
const lineOf = (child: Child): string => asLine(unitsOf(valuesIn(child).join(' ')));

const asLine = (units: number[]): string => ` ${units.join(' ')} `;

function runsIn(text: string): string[] {
  const units = unitsOf(text);
  const length = unspaced.test(text) ? run.characters : run.words;
  if (units.length < least) return [];
  if (units.length <= length) return [asLine(units)];
  return units.slice(length - 1).map((_, at) => asLine(units.slice(at, at + length)));
}

const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
