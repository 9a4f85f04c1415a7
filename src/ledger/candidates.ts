import { keptShare } from './kept-share.ts';
import { containment, likeness, sharedWeight, type Weigh } from './likeness.ts';
import type { Pair } from './pair.ts';
import { askedAgain } from './same-words.ts';
import type { Side, Sight } from './sight.ts';
import { inOrderShare } from './units.ts';
import type { Evidence } from './verdict.ts';

/** A pair that may be the same exchange, and what speaks for it apart from its place. */
export interface Candidate extends Pair {
  evidence: Omit<Evidence, 'inPlace'>;
}

/** Below this likeness no pair is looked at: 95 % of unrelated pairs of a day stay under 0.02. */
const floor = 0.05;

/** A side of so few units may read otherwise altogether: "October?" */
const tiny = 4;

/** All pairs of the given exchanges that are worth a look, the likeliest first. */
export function candidates(
  olds: Map<number, Sight>,
  news: Map<number, Sight>,
  weigh: Weigh,
): Candidate[] {
  const { newOf, oldOf } = askedAgain(olds, news);
  const asksAsThird = (old: number, at: number) =>
    (newOf.get(old) ?? at) !== at || (oldOf.get(at) ?? old) !== old;
  const found = [...olds].flatMap(([old, a]) =>
    [...news].flatMap(([at, b]): Candidate[] => {
      const score = likeness(a, b, weigh);
      if (score < floor && !(isShort(a) && isShort(b))) return [];
      const evidence = {
        ...evidenceOf(a, b, score, weigh),
        asksAsThird: asksAsThird(old, at),
      };
      return [{ old, new: at, score, evidence }];
    }),
  );
  return found.sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
}

function evidenceOf(
  old: Sight,
  fresh: Sight,
  score: number,
  weigh: Weigh,
): Omit<Candidate['evidence'], 'asksAsThird'> {
  const question = share(old.question, fresh.question);
  const kept = keptOf(old, fresh);
  return {
    likeness: score,
    question,
    answer: share(old.answer, fresh.answer),
    tellingQuestion: (question ?? 0) >= 0.8 && tells(old.question, fresh.question, weigh),
    kept,
    whole: kept === null ? wholeShare(old, fresh) : null,
    sameAsker: old.asker === fresh.asker,
  };
}

const isShort = ({ question, answer }: Sight): boolean =>
  question.steps !== null && answer.steps !== null;

function keptOf(old: Sight, fresh: Sight): number | null {
  const [before, now] = [stepsIn(old), stepsIn(fresh)];
  if (!before || !now) return null;
  return bothStay(old, fresh) ? keptShare(before, now) : 0;
}

function wholeShare(old: Sight, fresh: Sight): number | null {
  const [before, now] = [unitsIn(old), unitsIn(fresh)];
  return before && now && bothStay(old, fresh) ? inOrderShare(before, now) : null;
}

/** Whether question and answer both have something in common: a formula in one of them is not enough. */
const bothStay = (old: Sight, fresh: Sight): boolean =>
  stays(old.question, fresh.question) && stays(old.answer, fresh.answer);

function stays(a: Side, b: Side): boolean {
  const common = a.steps && b.steps ? keptShare(a.steps, b.steps) : share(a, b);
  return (a.units?.length ?? 0) <= tiny || (common ?? 0) >= 0.2;
}

const stepsIn = ({ question, answer }: Sight): number[] | null =>
  question.steps && answer.steps && [...question.steps, ...answer.steps];

const unitsIn = ({ question, answer }: Sight): number[] | null =>
  question.units && answer.units && [...question.units, ...answer.units];

function share(a: Side, b: Side): number | null {
  return a.units && b.units && inOrderShare(a.units, b.units);
}

/**
 * Whether a question is nobody else's: with a word that no other exchange of its wording has, or of ten
 * units and more than formulae. "What is your comment?" is everybody's.
 */
function tells(a: Side, b: Side, weigh: Weigh): boolean {
  if (sharedWeight(a.bag, b.bag, weigh) >= 1) return true;
  return (a.units?.length ?? 0) >= 10 && (containment(a, [b], weigh) ?? 0) >= 0.6;
}
