import type { CslItem } from './csl-item.ts';
import { type Rare, type Specimen, specimenOf } from './slots.ts';

/** A specimen and the text of its item, by which specimens of one shape are known. */
export interface Shaped {
  specimen: Specimen;
  shape: string;
}

const known = new WeakMap<CslItem, Map<string, Shaped>>();

/** The specimen of an item for styles that print these rare fields. Four styles set an item, and most print the same. */
export function specimens(item: CslItem, printed: Rare[]): Shaped {
  const ofItem = known.get(item) ?? new Map<string, Shaped>();
  known.set(item, ofItem);
  const key = printed.join();
  const found = ofItem.get(key) ?? shaped(specimenOf(item, printed));
  ofItem.set(key, found);
  return found;
}

const shaped = (specimen: Specimen): Shaped => ({
  specimen,
  shape: JSON.stringify(specimen.item),
});
