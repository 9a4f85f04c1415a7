import { createHash } from 'node:crypto';
import {
  type Facet,
  type FacetFiles,
  facetPaths,
  fewBlocks,
  type StrewnFacet,
  strewnFacets,
  unitsPerBlock,
} from './directory.ts';
import { type Values, writeBlock, writePosting, writeRuns } from './facet-codes.ts';
import type { IdsFile } from './names.ts';
import type { UnitLabels } from './unit-labels.ts';
import type { RawFile } from './write-segment.ts';

/** The facets of a segment: which files there are, and the files, made when they are asked for. */
export interface WrittenFacets {
  facets: FacetFiles;
  files(): Generator<RawFile>;
}

/** The labels of a segment's units, forwards in runs and blocks and, where those are many, backwards by value. */
export function writeFacets(labels: UnitLabels[], ids: IdsFile): WrittenFacets {
  const numbers = numbersOf(ids);
  const units = labels.map((unit) => valuesOf(unit, numbers));
  // One text: an update a unit takes five times as long.
  const text = units
    .map(({ outlet, speaker, topic }) => `${outlet};${speaker};${topic}\n`)
    .join('');
  const digest = createHash('sha256').update(format).update(text).digest('hex').slice(0, 16);
  const many = units.length > fewBlocks * unitsPerBlock;
  const count = (kind: StrewnFacet): number =>
    many ? units.reduce((most, values) => Math.max(most, (values[kind].at(-1) ?? -1) + 1), 0) : 0;
  const postings = { outlet: count('outlet'), topic: count('topic') };
  return { facets: { digest, postings }, files: () => facetFiles(digest, units, many) };
}

/** Part of the digest: other codes must have other names. */
const format = 'lectern facets 2';

function* facetFiles(digest: string, units: Values[], many: boolean): Generator<RawFile> {
  const paths = facetPaths(digest);
  yield { path: paths.speakers, bytes: writeRuns(units.map(({ speaker }) => speaker)) };
  for (let first = 0; first < units.length; first += unitsPerBlock) {
    const bytes = writeBlock(units.slice(first, first + unitsPerBlock));
    yield { path: paths.block(first / unitsPerBlock), bytes };
  }
  for (const kind of many ? strewnFacets : []) {
    for (const [value, posting] of postingsOf(units, kind).entries()) {
      yield { path: paths.posting(kind, value), bytes: writePosting(posting) };
    }
  }
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
function postingsOf(units: Values[], kind: StrewnFacet): number[][] {
  const postings: number[][] = [];
  for (const [unit, values] of units.entries()) {
    for (const value of values[kind]) {
      while (postings.length <= value) postings.push([]);
      postings[value]?.push(unit);
    }
  }
  return postings;
}
