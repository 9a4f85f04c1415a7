import { pushVarint, Reader } from './bytes.ts';
import { type Facet, facetKinds } from './directory.ts';

/** Values of one unit, by their places among the ids. */
export type Values = Record<Facet, number[]>;

/**
 * The labels of neighbouring units: kind by kind, for each unit 0 where it has those of the unit
 * before, else one more than how many, then each.
 */
export function writeBlock(units: Values[]): Uint8Array {
  const bytes: number[] = [];
  for (const kind of facetKinds) {
    let before = '';
    for (const values of units) {
      const code = values[kind].join();
      if (code === before) bytes.push(0);
      else
        for (const number of [values[kind].length + 1, ...values[kind]]) pushVarint(bytes, number);
      before = code;
    }
  }
  return Uint8Array.from(bytes);
}

/** The values of each unit of a block, kind by kind. */
export function readBlock(bytes: Uint8Array, units: number): Record<Facet, number[][]> {
  const reader = new Reader(bytes);
  const column = (): number[][] => {
    let values: number[] = [];
    return Array.from({ length: units }, () => {
      const code = reader.varint();
      if (code > 0) values = reader.varints(code - 1);
      return values;
    });
  };
  return { outlet: column(), speaker: column(), topic: column() };
}

/** Ascending unit numbers, as steps from the one before. */
export function writePosting(units: number[]): Uint8Array {
  const bytes: number[] = [];
  for (const [i, unit] of units.entries()) pushVarint(bytes, unit - (units[i - 1] ?? 0));
  return Uint8Array.from(bytes);
}

/** Reads what `writePosting` wrote. */
export function readPosting(bytes: Uint8Array): number[] {
  const reader = new Reader(bytes);
  const units: number[] = [];
  for (let unit = 0; !reader.done; units.push(unit)) unit += reader.varint();
  return units;
}
