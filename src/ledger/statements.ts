import type { EditionFact } from '../model/edition.ts';
import type { Transcript } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';
import { inOrderShare, unitsOf } from './units.ts';

/** From this share of common words on two statements are one, reworded. */
const alike = 0.5;

/**
 * Statements outside every exchange that only one of two editions has, by their positions. Across
 * languages a statement is only known to be missing where the other edition has none at all.
 */
export function statementFacts(a: Transcript, b: Transcript, oneLanguage: boolean): EditionFact[] {
  const [left, right] = [statementsOf(a), statementsOf(b)];
  return [
    ...lonely(left, right, oneLanguage).map((it) => ({
      kind: 'statement-only-in-a' as const,
      ...it,
    })),
    ...lonely(right, left, oneLanguage).map((it) => ({
      kind: 'statement-only-in-b' as const,
      ...it,
    })),
  ];
}

interface Statement {
  at: number;
  units: number[];
}

function lonely(
  list: Statement[],
  others: Statement[],
  oneLanguage: boolean,
): { at: number; score: number }[] {
  if (!oneLanguage) return others.length > 0 ? [] : list.map(({ at }) => ({ at, score: 0 }));
  return list
    .map(({ at, units }) => ({
      at,
      score: Math.max(0, ...others.map((other) => inOrderShare(units, other.units))),
    }))
    .filter(({ score }) => score < alike)
    .map(({ at, score }) => ({ at, score: Math.round(score * 1000) / 1000 }));
}

const statementsOf = ({ children }: Transcript): Statement[] =>
  children.flatMap((child, at) =>
    child.type === 'turn' ? [{ at, units: unitsOf(wordsOf(child)) }] : [],
  );
