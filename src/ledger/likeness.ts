import type { Side, Sight } from './sight.ts';
import type { Bag } from './sketch.ts';

/** How much a feature counts. */
export type Weigh = (feature: number) => number;

/**
 * A feature counts by the inverse square of how many exchanges of one wording have it.
 *
 * What many say alike says nothing about which is which: formulae weigh next to nothing, so that
 * formulaic answers cannot attract each other's numbers.
 */
export function weights(...wordings: Sight[][]): Weigh {
  const most = new Map<number, number>();
  for (const sights of wordings) {
    for (const [feature, times] of timesIn(sights)) {
      if (times > (most.get(feature) ?? 1)) most.set(feature, times);
    }
  }
  return (feature) => (most.get(feature) ?? 1) ** -2;
}

/** How many exchanges have each feature. */
function timesIn(sights: Sight[]): Map<number, number> {
  const times = new Map<number, number>();
  const count = (feature: number) => times.set(feature, (times.get(feature) ?? 0) + 1);
  for (const { question, answer } of sights) {
    for (const feature of question.bag.features) count(feature);
    for (const feature of answer.bag.features) {
      if (!question.bag.features.has(feature)) count(feature);
    }
  }
  return times;
}

/** Likeness of two exchanges, 0 to 1: the mean of question and answer, of those that either has. */
export function likeness(old: Sight, fresh: Sight, weigh: Weigh): number {
  const sides = [
    [old.question, fresh.question],
    [old.answer, fresh.answer],
  ] as const;
  const scores = sides.flatMap(([a, b]) => dice(a.bag, b.bag, weigh) ?? []);
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** Which share of `inner`'s weight is also in one of `outer`; null where `inner` has no words. */
export function containment(inner: Side, outer: Side[], weigh: Weigh): number | null {
  const limit = Math.min(inner.bag.limit, ...outer.map(({ bag }) => bag.limit));
  const whole = mass(inner.bag, limit, weigh, () => true);
  if (whole === 0) return null;
  const held = (feature: number) => outer.some(({ bag }) => bag.features.has(feature));
  return mass(inner.bag, limit, weigh, held) / whole;
}

/** The weight of the features that both have. */
export const sharedWeight = (a: Bag, b: Bag, weigh: Weigh): number =>
  mass(a, Math.min(a.limit, b.limit), weigh, (feature) => b.features.has(feature));

/** Twice the shared weight over the whole weight, of the features that both bags can know. */
function dice(a: Bag, b: Bag, weigh: Weigh): number | null {
  const limit = Math.min(a.limit, b.limit);
  const whole = mass(a, limit, weigh, () => true) + mass(b, limit, weigh, () => true);
  if (whole === 0) return null;
  return (2 * sharedWeight(a, b, weigh)) / whole;
}

function mass(bag: Bag, limit: number, weigh: Weigh, counts: (feature: number) => boolean): number {
  let sum = 0;
  for (const feature of bag.features) {
    if (feature <= limit && counts(feature)) sum += weigh(feature);
  }
  return sum;
}
