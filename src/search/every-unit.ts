import type { SearchIndex } from './engine.ts';
import type { Unit } from './unit.ts';

/** Texts asked for at once. */
const together = 32;

/** Every unit that a query finds, newest first; tells how many of how many have come. */
export async function everyUnit(
  index: SearchIndex,
  typed: string,
  come: (done: number, all: number) => void,
): Promise<Unit[]> {
  const places = await index.places(typed);
  const units: Unit[] = [];
  for (let from = 0; from < places.length; from += together) {
    const some = places.slice(from, from + together);
    units.push(...(await Promise.all(some.map(({ segment, unit }) => segment.unit(unit)))));
    come(units.length, places.length);
  }
  return units;
}
