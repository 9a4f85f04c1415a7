import { type Facet, type StrewnFacet, strewnFacets, unitsPerBlock } from './directory.ts';
import type { Masked } from './place.ts';

/** Value (its place among the ids) → units found with it, by kind. */
export type LabelCounts = Record<Facet, Map<number, number>>;

/** Values of a kind that are counted where not all blocks with hits are read: as many as the page shows. */
const mostValues = 8;
/** Blocks read to learn which values are frequent: as many as hold so many hits, but not fewer, nor more. */
const enoughHits = 40;
const fewestBlocks = 5;
const mostBlocks = 8;

/**
 * Counts what was found by outlet, speaker and topic, each count exact.
 *
 * Speakers, and where hits lie in few blocks outlets and topics too, are counted all. Else a sample of
 * blocks tells which values are frequent, and these are counted by their postings; rarer ones are left
 * out, because all labels of 50,000 exchanges are 150 KB, which nobody should load for eight lines.
 */
export async function countLabels(masks: Masked[]): Promise<LabelCounts> {
  const [speaker, strewn] = await Promise.all([countSpeakers(masks), countStrewn(masks)]);
  return { ...strewn, speaker };
}

async function countSpeakers(masks: Masked[]): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const { segment, mask } of masks) {
    if (!mask.includes(1)) continue;
    (await segment.speakers()).forEach((values, unit) => {
      for (const value of mask[unit] ? values : []) add(counts, value, 1);
    });
  }
  return counts;
}

type StrewnCounts = Record<StrewnFacet, Map<number, number>>;

async function countStrewn(masks: Masked[]): Promise<StrewnCounts> {
  const blocks = masks.flatMap(blocksWithHits);
  if (blocks.length <= mostBlocks) return countIn(blocks, () => 1);
  const shares = await countIn(sampled(blocks), ({ found }) => 1 / found);
  const [outlet, topic] = await Promise.all(
    strewnFacets.map(async (kind) => {
      const values = [...shares[kind]].sort(([, a], [, b]) => b - a).slice(0, mostValues);
      return Promise.all(
        values.map(
          async ([value]): Promise<[number, number]> => [
            value,
            sum(await Promise.all(masks.map((masked) => countValue(masked, kind, value)))),
          ],
        ),
      );
    }),
  );
  return { outlet: new Map(outlet), topic: new Map(topic) };
}

/** A block of a segment and how many hits it holds. */
interface HitBlock extends Masked {
  block: number;
  found: number;
}

function blocksWithHits({ segment, mask }: Masked): HitBlock[] {
  const blocks: HitBlock[] = [];
  for (let first = 0; first < mask.length; first += unitsPerBlock) {
    const found = mask.subarray(first, first + unitsPerBlock).reduce((a, b) => a + b, 0);
    if (found > 0) blocks.push({ segment, mask, block: first / unitsPerBlock, found });
  }
  return blocks;
}

/** Blocks in which evenly spaced hits lie: from all times, and the fuller the likelier. */
function sampled(blocks: HitBlock[]): HitBlock[] {
  const hits = sum(blocks.map(({ found }) => found));
  const wanted = Math.ceil((enoughHits * blocks.length) / hits);
  const step = hits / Math.min(mostBlocks, Math.max(fewestBlocks, wanted));
  let passed = 0;
  return blocks.filter(({ found }) => {
    const before = Math.round(passed / step);
    passed += found;
    return Math.round(passed / step) > before;
  });
}

/** What the hits of blocks are labelled with, each counted with its block's weight. */
async function countIn(
  blocks: HitBlock[],
  weight: (block: HitBlock) => number,
): Promise<StrewnCounts> {
  const counts: StrewnCounts = { outlet: new Map(), topic: new Map() };
  const read = await Promise.all(blocks.map(({ segment, block }) => segment.block(block)));
  for (const [i, block] of blocks.entries()) {
    const first = block.block * unitsPerBlock;
    for (const kind of strewnFacets) {
      read[i]?.[kind].forEach((values, unit) => {
        for (const value of block.mask[first + unit] ? values : []) {
          add(counts[kind], value, weight(block));
        }
      });
    }
  }
  return counts;
}

async function countValue(
  { segment, mask }: Masked,
  kind: StrewnFacet,
  value: number,
): Promise<number> {
  if (!mask.includes(1)) return 0;
  return sum((await segment.unitsWith(kind, value)).map((unit) => mask[unit] ?? 0));
}

const add = (counts: Map<number, number>, value: number, by: number): Map<number, number> =>
  counts.set(value, (counts.get(value) ?? 0) + by);

const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
