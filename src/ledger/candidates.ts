import { containment, likeness, type Weigh } from './likeness.ts';
import type { Pair } from './pair.ts';
import type { Side, Sight } from './sight.ts';
import { inOrderShare } from './units.ts';
import type { Evidence } from './verdict.ts';

/** A pair that may be the same exchange, and what speaks for it apart from its place. */
export interface Candidate extends Pair {
  evidence: Omit<Evidence, 'inPlace'>;
}

/** Below this likeness no pair is looked at: 95 % of unrelated pairs of a day stay under 0.02. */
const floor = 0.05;

/** In so few units, question and answer together, words are too common to weigh anything. */
const short = 120;

/** A side of so few units may read otherwise altogether: "Yes." */
const tiny = 4;

/** All pairs of the given exchanges that are worth a look, the likeliest first. */
export function candidates(
  olds: Map<number, Sight>,
  news: Map<number, Sight>,
  weigh: Weigh,
): Candidate[] {
  const found = [...olds].flatMap(([old, a]) =>
    [...news].flatMap(([at, b]): Candidate[] => {
      const score = likeness(a, b, weigh);
      if (score < floor && !(isShort(a) && isShort(b))) return [];
      return [{ old, new: at, score, evidence: evidenceOf(a, b, score, weigh) }];
    }),
  );
  return found.sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
}

function evidenceOf(old: Sight, fresh: Sight, score: number, weigh: Weigh): Candidate['evidence'] {
  const question = share(old.question, fresh.question);
  return {
    likeness: score,
    question,
    answer: share(old.answer, fresh.answer),
    tellingQuestion: (question ?? 0) >= 0.8 && tells(old.question, fresh.question, weigh),
    whole: wholeShare(old, fresh),
    sameAsker: old.asker === fresh.asker,
  };
}

const unitsIn = ({ question, answer }: Sight): number[] | null =>
  question.units && answer.units && [...question.units, ...answer.units];

const isShort = (it: Sight): boolean => (unitsIn(it)?.length ?? short) < short;

function wholeShare(old: Sight, fresh: Sight): number | null {
  const [a, b] = [unitsIn(old), unitsIn(fresh)];
  const sides = [[old.question, fresh.question] as const, [old.answer, fresh.answer] as const];
  const fits = sides.every(([one, other]) => isTiny(one) || (share(one, other) ?? 0) >= 0.25);
  return a && b && fits ? inOrderShare(a, b) : null;
}

const isTiny = ({ units }: Side): boolean => (units?.length ?? 0) <= tiny;

function share(a: Side, b: Side): number | null {
  return a.units && b.units && inOrderShare(a.units, b.units);
}

/** "What is your comment?" alone is everybody's question: ten units, and more than formulae in common. */
function tells(a: Side, b: Side, weigh: Weigh): boolean {
  return (a.units?.length ?? 0) >= 10 && (containment(a, [b], weigh) ?? 0) >= 0.6;
}
