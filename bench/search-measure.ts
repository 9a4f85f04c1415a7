import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openIndex, type SearchIndex } from '../src/search/engine.ts';
import { wholeFold } from '../src/search/fold-table.ts';
import { type Unit, unitSides, wordsOfSide } from '../src/search/unit.ts';
import { type BenchQuery, fixedQueries, generatedQueries } from './search-queries.ts';

/** What queries cost and whether they were right. */
export interface Measured {
  queries: number;
  exact: number;
  /** Queries that were not, with what was found and what should have been. */
  wrong: string[];
  /** Bytes of files that a fresh reader loads until results show, for each fixed query. */
  results: number[];
  /** The same with all facets, and that by part. */
  first: number[];
  parts: Record<string, number[]>;
  /** Bytes that it loads when it has all but that query's own files. */
  further: number[];
  /** CPU milliseconds of a repeated query. */
  warm: number[];
}

/** Middle and highest of a list. */
export const spread = (list: number[]): { median: number; highest: number } => ({
  median: list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0,
  highest: Math.max(...list),
});

/** Runs fixed and generated queries against an index folder and against a full scan of its units. */
export async function measure(folder: string, units: Unit[], generated: number): Promise<Measured> {
  const result: Measured = {
    queries: 0,
    exact: 0,
    wrong: [],
    results: [],
    first: [],
    parts: {},
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
  for (const { typed } of fixed) {
    await weigh(folder, typed, result);
    await index.search(typed);
    const start = process.cpuUsage();
    await index.search(typed);
    const { user, system } = process.cpuUsage(start);
    result.warm.push((user + system) / 1000);
  }
  return result;
}

/** An engine over a folder, and the bytes it has read by part of the index. */
async function counting(
  folder: string,
): Promise<{ index: SearchIndex; read: Map<string, number> }> {
  const read = new Map<string, number>();
  const index = await openIndex(async (file) => {
    const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
    const part = partOf(path.basename(file));
    read.set(part, (read.get(part) ?? 0) + bytes.length);
    return bytes;
  });
  return { index, read };
}

/** `12p.bin` → places, `t7.bin` → texts, `columns-….bin` → columns. */
const partOf = (name: string): string =>
  name
    .replace(/^\d+\.bin$/, 'fields')
    .replace(/^\d+p\.bin$/, 'places')
    .replace(/^t\d+\.bin$/, 'texts')
    .replace(/[-.].*$/, '');

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

async function weigh(folder: string, typed: string, result: Measured): Promise<void> {
  const { index, read } = await counting(folder);
  await Promise.all([index.search(typed), index.names('en'), index.words('en')]);
  const own = ['fields', 'places', 'texts'];
  let first = 0;
  let further = 0;
  for (const [part, bytes] of read) {
    result.parts[part] = [...(result.parts[part] ?? []), bytes];
    first += bytes;
    if (own.includes(part)) further += bytes;
  }
  result.first.push(first);
  result.results.push(first - (read.get('columns') ?? 0));
  result.further.push(further);
}
