import type { Masked, Place } from './place.ts';
import type { Query } from './query.ts';

/** Puts what a query found in the order in which it is shown. */
export type Order = (masks: Masked[], query: Query) => Promise<Place[]>;

/** The newest transcript first, its units in reading order. */
export const newest: Order = async (masks) => (await runsOf(masks)).reverse().flat();

/** The oldest transcript first. */
export const oldest: Order = async (masks) => (await runsOf(masks)).flat();

/** Found units by transcript, oldest first. */
async function runsOf(masks: Masked[]): Promise<Place[][]> {
  const runs: Place[][] = [];
  for (const { segment, mask } of masks) {
    for (const { first, units } of (await segment.calendar()).runs) {
      const own: Place[] = [];
      for (let unit = first; unit < first + units; unit++) {
        if (mask[unit]) own.push({ segment, unit });
      }
      if (own.length > 0) runs.push(own);
    }
  }
  return runs;
}
