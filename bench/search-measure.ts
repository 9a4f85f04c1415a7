import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openIndex, type SearchIndex } from '../src/search/engine.ts';
import { wholeFold } from '../src/search/fold-table.ts';
import { mayBeName, namesLike } from '../src/search/names-like.ts';
import { lookUpSeldom } from '../src/search/seldom.ts';
import { type Unit, unitSides, wordsOfSide } from '../src/search/unit.ts';
import { type BenchQuery, fixedQueries, generatedQueries } from './search-queries.ts';

/** What queries cost and whether they were right. */
export interface Measured {
  queries: number;
  exact: number;
  /** Queries that were not, with what was found and what should have been. */
  wrong: string[];
  /** Bytes of files and scripts that a fresh reader loads until results show, for each fixed query. */
  results: number[];
  /** The same with all facets, that by part, and in how many files. */
  first: number[];
  parts: Record<string, number[]>;
  requests: number[];
  /** Bytes that it loads for the query when it has asked another one before. */
  further: number[];
  /** CPU milliseconds of a repeated query. */
  warm: number[];
}

/** Middle and highest of a list. */
export const spread = (list: number[]): { median: number; highest: number } => ({
  median: list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0,
  highest: Math.max(...list),
});

/** Bytes of the scripts as served: for a query that may be a name the later one is loaded too. */
export interface ScriptSizes {
  search: number;
  later: number;
}

/** Runs fixed and generated queries against an index folder and against a full scan of its units. */
export async function measure(
  folder: string,
  units: Unit[],
  generated: number,
  scripts: ScriptSizes,
): Promise<Measured> {
  const result: Measured = {
    queries: 0,
    exact: 0,
    wrong: [],
    results: [],
    first: [],
    parts: Object.fromEntries(partNames.map((part) => [part, []])),
    requests: [],
    further: [],
    warm: [],
  };
  const { index } = await counting(folder);
  const fold = wholeFold();
  const texts = units.map((unit) => unitSides.map((side) => fold.text(wordsOfSide(unit, side))));
  const fixed = fixedQueries(fold);
  for (const query of [...fixed, ...generatedQueries(units, fold, generated)]) {
    await check(index, query, texts, result);
  }
  for (const [i, { typed }] of fixed.entries()) {
    await weigh(folder, typed, fixed.at(i - 1)?.typed ?? '', result, scripts);
    await index.search(typed);
    const start = process.cpuUsage();
    await index.search(typed);
    const { user, system } = process.cpuUsage(start);
    result.warm.push((user + system) / 1000);
  }
  return result;
}

/** An engine over a folder, and the sizes of what it has read by part of the index. */
async function counting(
  folder: string,
): Promise<{ index: SearchIndex; read: Map<string, number[]> }> {
  const read = new Map<string, number[]>();
  const index = await openIndex(
    async (file) => {
      const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
      const part = partOf(path.basename(file));
      read.set(part, [...(read.get(part) ?? []), bytes.length]);
      return bytes;
    },
    async () => ({ lookUpSeldom }),
  );
  return { index, read };
}

/** Parts of the index as bytes are told by. */
const partNames =
  'scripts directory fold simplified calendar ids names words aliases terms fields places texts facets'.split(
    ' ',
  );

/** Which part of the index a file is of; `calendar-….bin` → calendar. */
const partOf = (name: string): string =>
  parts.find(([pattern]) => pattern.test(name))?.[1] ?? name.replace(/[-.].*$/, '');

const parts: [pattern: RegExp, part: string][] = [
  [/^\d+\.bin$/, 'fields'],
  [/^\d+p\.bin$/, 'places'],
  [/^\d+t\.bin$|^terms/, 'terms'],
  [/^t\d+\.bin$/, 'texts'],
  [/^(?:b|outlet|speaker|topic)\d+\.bin$/, 'facets'],
];

async function check(
  index: SearchIndex,
  { typed, kind, test }: BenchQuery,
  texts: string[][],
  result: Measured,
): Promise<void> {
  const found = new Set(
    (await index.places(typed)).map(({ segment, unit }) => segment.first + unit),
  );
  const right = texts.filter((sides, i) => test(sides) === found.has(i)).length;
  result.queries++;
  if (right === texts.length) result.exact++;
  else result.wrong.push(`${typed} (${kind}): ${texts.length - right} units differ`);
}

/** What the page asks for with a query. */
const ask = (index: SearchIndex, typed: string) =>
  Promise.all([
    mayBeName(typed) && namesLike(index, typed),
    index.search(typed).then(({ allFacets }) => allFacets()),
    index.names('en'),
    index.words('en'),
  ]);

async function weigh(
  folder: string,
  typed: string,
  other: string,
  result: Measured,
  { search, later }: ScriptSizes,
): Promise<void> {
  const fresh = await counting(folder);
  await ask(fresh.index, typed);
  const sizes = (part: string): number[] => fresh.read.get(part) ?? [];
  fresh.read.set('scripts', mayBeName(typed) ? [search, later] : [search]);
  for (const [part, list] of Object.entries(result.parts)) list.push(sum(sizes(part)));
  const first = sum([...fresh.read.values()].flat());
  result.first.push(first);
  result.results.push(first - sum(sizes('facets')));
  result.requests.push([...fresh.read.values()].flat().length);
  const used = await counting(folder);
  await ask(used.index, other);
  used.read.clear();
  await ask(used.index, typed);
  result.further.push(sum([...used.read.values()].flat()));
}

const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
