import { createHash } from 'node:crypto';
import {
  type Facet,
  type FacetFiles,
  facetKinds,
  facetPaths,
  fewBlocks,
  unitsPerBlock,
} from './directory.ts';
import { type Values, writeBlock, writePosting } from './facet-codes.ts';
import type { IdsFile } from './names.ts';
import type { UnitLabels } from './unit-labels.ts';
import type { RawFile } from './write-segment.ts';

/** The facets of a segment: which files there are, and the files. */
export interface WrittenFacets {
  facets: FacetFiles;
  files: RawFile[];
}

/** The labels of a segment's units, forwards in blocks and, where those are many, backwards by value. */
export function writeFacets(labels: UnitLabels[], ids: IdsFile): WrittenFacets {
  const numbers = numbersOf(ids);
  const units = labels.map((unit) => valuesOf(unit, numbers));
  const blocks = Array.from({ length: Math.ceil(units.length / unitsPerBlock) }, (_, block) =>
    writeBlock(units.slice(block * unitsPerBlock, (block + 1) * unitsPerBlock)),
  );
  const lists = blocks.length > fewBlocks ? facetKinds.map((kind) => postingsOf(units, kind)) : [];
  const postings = lists.map((list) => list.map(writePosting));
  const hash = createHash('sha256');
  for (const bytes of [blocks, ...postings].flat()) hash.update(`${bytes.length} `).update(bytes);
  const digest = hash.digest('hex').slice(0, 16);
  const paths = facetPaths(digest);
  const [outlet = 0, speaker = 0, topic = 0] = postings.map(({ length }) => length);
  return {
    facets: { digest, postings: { outlet, speaker, topic } },
    files: [
      ...blocks.map((bytes, block) => ({ path: paths.block(block), bytes })),
      ...facetKinds.flatMap((kind, i) =>
        (postings[i] ?? []).map((bytes, value) => ({ path: paths.posting(kind, value), bytes })),
      ),
    ],
  };
}

const numbersOf = (ids: IdsFile): Record<Facet, Map<string, number>> => ({
  outlet: new Map(ids.outlet.map((id, i) => [id, i])),
  speaker: new Map(ids.speaker.map((id, i) => [id, i])),
  topic: new Map(ids.topic.map((id, i) => [id, i])),
});

const valuesOf = (labels: UnitLabels, numbers: Record<Facet, Map<string, number>>): Values => ({
  outlet: placesIn(numbers.outlet, labels.outlet),
  speaker: placesIn(numbers.speaker, labels.speaker),
  topic: placesIn(numbers.topic, labels.topic),
});

const placesIn = (numbers: Map<string, number>, ids: string[]): number[] =>
  ids.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b);

/** By value, up to the last that some unit has: the units that have it. */
function postingsOf(units: Values[], kind: Facet): number[][] {
  const postings: number[][] = [];
  for (const [unit, values] of units.entries()) {
    for (const value of values[kind]) {
      while (postings.length <= value) postings.push([]);
      postings[value]?.push(unit);
    }
  }
  return postings;
}
