import { fieldsWith } from './match-phrase.ts';
import type { Notice, Query } from './query.ts';
import type { Segment } from './segment.ts';

/** One byte a unit of a segment: 1 where it is found. */
export type Mask = Uint8Array<ArrayBuffer>;

/** Parts of queries that few readers use: a browser loads what finds them only then. */
export type SeldomQuery = Extract<Query, { type: 'label' | 'dates' | 'near' }>;

/** Finds such parts of a query, whose labels have been looked up. */
export interface Seldom {
  find(segment: Segment, query: SeldomQuery): Promise<Mask>;
  /** Labels whose value names nothing. */
  notices: Notice[];
}

/** Whether a query is of words, AND, OR and NOT alone. */
export const isPlain = (query: Query): boolean =>
  'of' in query ? [query.of].flat().every(isPlain) : query.type === 'phrase';

/** Which units of a segment a query finds; a plain one needs nothing that is seldom. */
export async function evaluate(segment: Segment, query: Query, seldom?: Seldom): Promise<Mask> {
  const mask = new Uint8Array(segment.units);
  switch (query.type) {
    case 'all':
    case 'any': {
      const masks = await Promise.all(query.of.map((part) => evaluate(segment, part, seldom)));
      const all = query.type === 'all';
      return mask.map((_, unit) =>
        Number(all ? masks.every((m) => m[unit]) : masks.some((m) => m[unit])),
      );
    }
    case 'not':
      return (await evaluate(segment, query.of, seldom)).map((found) => 1 - found);
    case 'phrase':
      for (const field of await fieldsWith(segment, query)) mask[field >> 1] = 1;
      return mask;
    default:
      return seldom?.find(segment, query) ?? mask;
  }
}
