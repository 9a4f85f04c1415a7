import { isWithin } from './days.ts';
import type { Labels } from './labels.ts';
import { fieldsWith, placesOf } from './match-phrase.ts';
import type { NearQuery, Query } from './query.ts';
import type { Segment } from './segment.ts';

/** One byte a unit of a segment: 1 where it is found. */
export type Mask = Uint8Array<ArrayBuffer>;

/** Which units of a segment a query finds. */
export async function evaluate(segment: Segment, query: Query, labels: Labels): Promise<Mask> {
  const mask = new Uint8Array(segment.units);
  switch (query.type) {
    case 'all':
    case 'any': {
      const masks = await Promise.all(query.of.map((part) => evaluate(segment, part, labels)));
      const all = query.type === 'all';
      return mask.map((_, unit) =>
        Number(all ? masks.every((m) => m[unit]) : masks.some((m) => m[unit])),
      );
    }
    case 'not':
      return (await evaluate(segment, query.of, labels)).map((found) => 1 - found);
    case 'phrase':
      for (const field of await fieldsWith(segment, query)) mask[field >> 1] = 1;
      return mask;
    case 'near':
      for (const field of await fieldsNear(segment, query)) mask[field >> 1] = 1;
      return mask;
    case 'label': {
      const has = await labels.test(query.label, query.value, segment);
      return mask.map((_, unit) => Number(has(unit)));
    }
    case 'dates':
      for (const { date, first, units } of (await segment.calendar()).runs) {
        if (isWithin(date, query)) mask.fill(1, first, first + units);
      }
      return mask;
  }
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
