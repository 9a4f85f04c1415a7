import { isWithin } from './days.ts';
import type { Mask, Seldom, SeldomQuery } from './evaluate.ts';
import { lookUpLabels, type NameFiles } from './labels.ts';
import { placesOf } from './match-phrase.ts';
import type { NearQuery, Query } from './query.ts';
import type { Segment } from './segment.ts';

/** Finds what few queries ask for: labels, looked up here, days and NEAR. */
export async function lookUpSeldom(query: Query, files: NameFiles): Promise<Seldom> {
  const labels = await lookUpLabels(query, files);
  return {
    notices: labels.notices,
    async find(segment, part) {
      const mask: Mask = new Uint8Array(segment.units);
      if (part.type === 'dates') return daysIn(segment, part, mask);
      if (part.type === 'near') {
        for (const field of await fieldsNear(segment, part)) mask[field >> 1] = 1;
        return mask;
      }
      const has = await labels.test(part.label, part.value, segment);
      return mask.map((_, unit) => Number(has(unit)));
    },
  };
}

async function daysIn(
  segment: Segment,
  days: Extract<SeldomQuery, { type: 'dates' }>,
  mask: Mask,
): Promise<Mask> {
  for (const { date, first, units } of (await segment.calendar()).runs) {
    if (isWithin(date, days)) mask.fill(1, first, first + units);
  }
  return mask;
}

async function fieldsNear(
  segment: Segment,
  { first, second, within }: NearQuery,
): Promise<number[]> {
  const [left, right] = await Promise.all([placesOf(segment, first), placesOf(segment, second)]);
  return [...left.keys()].filter((field) => {
    const others = right.get(field) ?? [];
    return (left.get(field) ?? []).some((start) =>
      others.some((other) =>
        other >= start
          ? other - start - first.words.length <= within
          : start - other - second.words.length <= within,
      ),
    );
  });
}
