import { type Facet, facetKinds, mostBlocks, unitsPerBlock } from './directory.ts';
import type { Masked } from './place.ts';

/** Value (its place among the ids) → units found with it, by kind. */
export type LabelCounts = Record<Facet, Map<number, number>>;

/**
 * Values of a kind that are counted where blocks had to be chosen: more than the page shows.
 * The labels of 50,000 exchanges are 130 KB, which nobody should load for eight lines.
 */
const mostValues = 10;

/**
 * Counts what was found by outlet, speaker and topic, each count exact.
 *
 * Few blocks with hits are read, and every value in them is counted. Of many the fullest are read to
 * learn which values are frequent, and these are counted by their postings; rarer ones are left out.
 */
export async function countLabels(masks: Masked[]): Promise<LabelCounts> {
  const tallies = await Promise.all(masks.map(tally));
  const whole = tallies.every(({ share }) => share === 1);
  const counts = await Promise.all(
    facetKinds.map(async (kind) => {
      const values = [...estimated(tallies, kind)].sort(([, a], [, b]) => b - a);
      return Promise.all(
        values
          .slice(0, whole ? values.length : mostValues)
          .map(async ([value]): Promise<[number, number]> => {
            const found = tallies.map((each) => countValue(each, kind, value));
            return [value, (await Promise.all(found)).reduce((a, b) => a + b, 0)];
          }),
      );
    }),
  );
  const [outlet, speaker, topic] = counts.map((list) => new Map(list));
  return { outlet: outlet ?? new Map(), speaker: speaker ?? new Map(), topic: topic ?? new Map() };
}

/** What the fullest blocks of a segment hold, and the share of all hits that is in them. */
interface Tally extends Masked {
  counts: LabelCounts;
  share: number;
}

async function tally({ segment, mask }: Masked): Promise<Tally> {
  const counts: LabelCounts = { outlet: new Map(), speaker: new Map(), topic: new Map() };
  const hits: { block: number; found: number }[] = [];
  for (let first = 0; first < mask.length; first += unitsPerBlock) {
    const found = mask.subarray(first, first + unitsPerBlock).reduce((a, b) => a + b, 0);
    if (found > 0) hits.push({ block: first / unitsPerBlock, found });
  }
  const fullest = hits.toSorted((a, b) => b.found - a.found).slice(0, mostBlocks);
  const blocks = await Promise.all(fullest.map(({ block }) => segment.block(block)));
  for (const [i, { block }] of fullest.entries()) {
    for (const kind of facetKinds) {
      blocks[i]?.[kind].forEach((values, unit) => {
        if (!mask[block * unitsPerBlock + unit]) return;
        for (const value of values) counts[kind].set(value, (counts[kind].get(value) ?? 0) + 1);
      });
    }
  }
  return { segment, mask, counts, share: hits.length === 0 ? 1 : total(fullest) / total(hits) };
}

const total = (hits: { found: number }[]): number =>
  hits.reduce((sum, { found }) => sum + found, 0);

/** Value → units that probably have it. */
function estimated(tallies: Tally[], kind: Facet): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { counts, share } of tallies) {
    for (const [value, count] of counts[kind]) {
      sums.set(value, (sums.get(value) ?? 0) + count / share);
    }
  }
  return sums;
}

async function countValue(
  { segment, mask, counts, share }: Tally,
  kind: Facet,
  value: number,
): Promise<number> {
  if (share === 1) return counts[kind].get(value) ?? 0;
  const units = await segment.unitsWith(kind, value);
  return units.reduce((sum, unit) => sum + (mask[unit] ?? 0), 0);
}
