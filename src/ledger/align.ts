import type { Sight } from './sight.ts';
import type { Bag } from './sketch.ts';

/** Old `old` and new `new` are the same exchange. */
export interface Pair {
  old: number;
  new: number;
  score: number;
}

/** What became of the old exchanges, by their positions in the two lists. */
export interface Alignment {
  pairs: Pair[];
  /** New exchanges that hold a part of an old one which another new one continues. */
  splits: Pair[];
  /** Old exchanges whose words are now in a new one that continues another old one. */
  merges: Pair[];
  /** Pairs that are alike enough, none more than another: a person has to say. */
  doubts: Pair[];
  /** For each old exchange the score of the new one that is most like it; 0 where there is none. */
  nearest: number[];
}

/** Below this likeness two exchanges are not the same. */
const floor = 0.3;
/** How much liker the best must be than the second best. */
const margin = 1.25;

/** Say which new exchange is which old one, by asker, question and answer; positions never decide. */
export function align(olds: Sight[], news: Sight[]): Alignment {
  const weigh = weights(olds, news);
  const scores = olds.map((old) => news.map((fresh) => likeness(old, fresh, weigh)));
  const pairs: Pair[] = [];
  const doubts: Pair[] = [];
  const all = scores.flatMap((row, old) => row.map((score, at) => ({ old, new: at, score })));
  const taken = { old: new Set<number>(), new: new Set<number>() };
  for (const pair of all.filter(({ score }) => score >= floor).sort((a, b) => b.score - a.score)) {
    if (taken.old.has(pair.old) || taken.new.has(pair.new)) continue;
    const rivals = all.filter(
      (other) =>
        other !== pair &&
        (other.old === pair.old || other.new === pair.new) &&
        !taken.old.has(other.old) &&
        !taken.new.has(other.new) &&
        other.score * margin > pair.score,
    );
    if (rivals.length > 0) {
      doubts.push(pair, ...rivals);
    } else {
      pairs.push(pair);
    }
    taken.old.add(pair.old);
    taken.new.add(pair.new);
  }
  const nearest = scores.map((row) => Math.max(0, ...row));
  return { pairs, splits: [], merges: [], doubts, nearest };
}

type Weigh = (feature: number) => number;

/** A feature counts by how few exchanges of a side share it: formulae weigh next to nothing. */
function weights(...sides: Sight[][]): Weigh {
  const counts = sides.map((side) => {
    const count = new Map<number, number>();
    for (const { question, answer } of side) {
      for (const feature of new Set([...question.features, ...answer.features])) {
        count.set(feature, (count.get(feature) ?? 0) + 1);
      }
    }
    return count;
  });
  return (feature) => Math.max(1, ...counts.map((count) => count.get(feature) ?? 0)) ** -2;
}

function likeness(old: Sight, fresh: Sight, weigh: Weigh): number {
  const asked = dice(old.question, fresh.question, weigh);
  const answered = dice(old.answer, fresh.answer, weigh);
  return (asked + answered) / 2;
}

/** Twice the shared weight over the whole weight, of the features that both bags can know. */
function dice(a: Bag, b: Bag, weigh: Weigh): number {
  const limit = Math.min(a.limit, b.limit);
  const mass = (bag: Bag, also?: Bag) => {
    let sum = 0;
    for (const feature of bag.features) {
      if (feature <= limit && (!also || also.features.has(feature))) sum += weigh(feature);
    }
    return sum;
  };
  const whole = mass(a) + mass(b);
  return whole === 0 ? 0 : (2 * mass(a, b)) / whole;
}
