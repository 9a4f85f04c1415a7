/** A turn as a result shows it. */
export interface UnitTurn {
  side: 'question' | 'answer';
  /** As printed. */
  label: string | null;
  outlet: string | null;
  speaker: string | null;
  /** Paragraphs joined by `\n`, as stored. */
  text: string;
  /** BCP 47, only where it differs from the unit's. */
  language?: string;
}

/** What a search finds: an exchange, or an opening statement (whose id ends in `#s1`, `#s2`, …). */
export interface Unit {
  id: string;
  kind: 'exchange' | 'statement';
  /** Site path, from the site's root. */
  url: string;
  date: string;
  /** BCP 47. */
  language: string;
  source: string;
  /** Number of an exchange, as printed after §; empty for a statement. */
  n: string;
  turns: UnitTurn[];
}

/** The two sides of a unit, in the order in which the index numbers them. */
export const unitSides = ['question', 'answer'] as const;

/**
 * What was said on one side of a unit, as stored: its turns joined by `\n`.
 * A hit lies within one side and never crosses a `\n`. A statement is on the answer's side.
 */
export function wordsOfSide(unit: Unit, side: UnitTurn['side']): string {
  return unit.turns
    .filter((turn) => turn.side === side)
    .map(({ text }) => text)
    .join('\n');
}
