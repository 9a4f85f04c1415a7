import { writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Asset } from '../src/site/assets.ts';
import type { BuildCost } from './search-build.ts';
import { type Measured, type ScriptSizes, spread } from './search-measure.ts';
import type { PeerCost } from './search-peers.ts';
import { chinese } from './search-queries.ts';

/** Everything measured at one size. */
export interface Row {
  size: number;
  /** By gzip; `brotli` is of the first. */
  script: ScriptSizes & { brotli: number };
  whole: BuildCost;
  day: BuildCost;
  measured: Measured;
  /** Milliseconds in Chromium. */
  warm: number[];
  peers: PeerCost[];
}

/** Bytes of the search page's scripts. */
export function scriptSizes(assets: Map<string, Asset>): Row['script'] {
  const bytesOf = (name: string): Uint8Array => assets.get(name)?.bytes ?? new Uint8Array();
  const packed = (name: string): number => gzipSync(bytesOf(name), { level: 9 }).length;
  return {
    search: packed('search.js'),
    later: packed('later.js'),
    brotli: brotliCompressSync(bytesOf('search.js')).length,
  };
}

const intro = `# Search, measured

Real exchanges (ministry in Chinese, White House in English, four to one), recombined to each size with a fixed seed.
Exact: 55 fixed and 200 generated queries (CJK of 2 to 8 characters across word boundaries, Latin, mixed, phrases, NOT,
sides), each compared with a full scan of all texts. Bytes are those of the files as served, median / highest of the 55
fixed queries: scripts by gzip, the index as it is packed. A first query holds scripts, directory, folding table, names
and ten texts; a further one is asked after another query. A query in Latin letters may be a name: it loads the later
script and the names' other forms too. Warm: in Chromium, from sending the form to the answer, each query for the second
time; 的 stands in most exchanges. Made by \`node --import tsx bench/search.ts --write\` in one run;
CPU seconds and milliseconds are those of a shared machine, a day is the next one in a fresh process.

`;

/** Writes the rows measured so far as a page. */
export const writeTables = (file: string, rows: Row[]): void =>
  writeFileSync(file, `${intro}${tables(rows)}\n`);

/** The rows as tables in Markdown. */
export function tables(rows: Row[]): string {
  return [
    table(
      ['exchanges', ...columns.map(([name]) => name)],
      rows.map((row) => [String(row.size), ...columns.map(([, cell]) => cell(row))]),
    ),
    ...rows.slice(-1).map(wherefrom),
    table(
      ['engine', 'exchanges', 'exact, Chinese', 'build, CPU s', 'files', 'whole index'],
      rows.flatMap(({ size, peers }) =>
        peers.map(({ name, cpu, files, bytes, exact }) => [
          name,
          String(size),
          `${exact} of 40`,
          cpu.toFixed(1),
          String(files),
          `${(bytes / 1e6).toFixed(1)} MB`,
        ]),
      ),
    ),
    ...rows.flatMap(({ size, measured }) =>
      measured.wrong.map((wrong) => `Not exact at ${size}: ${wrong}`),
    ),
  ].join('\n\n');
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const both = (list: number[], shown: (value: number) => string): string =>
  `${shown(spread(list).median)} / ${shown(spread(list).highest)}`;
const whole = (value: number): string => value.toFixed(0);

const columns: [name: string, cell: (row: Row) => string][] = [
  ['exact', ({ measured }) => `${measured.exact} of ${measured.queries}`],
  ['script, gzip (brotli)', ({ script }) => `${kb(script.search)} (${kb(script.brotli)})`],
  ['results, first query', ({ measured }) => both(measured.results, kb)],
  ['with facets', ({ measured }) => both(measured.first, kb)],
  [
    'of these ≤ 100 KB',
    ({ measured: { first } }) =>
      `${first.filter((bytes) => bytes <= 100_000).length} of ${first.length}`,
  ],
  ['further query', ({ measured }) => both(measured.further, kb)],
  ['files, first query', ({ measured }) => both(measured.requests, whole)],
  ['warm, ms', ({ warm }) => both(warm, whole)],
  ['warm 的, ms', ({ warm }) => whole(warm[chinese.indexOf('的')] ?? 0)],
  ['build, CPU s', (row) => row.whole.cpu.toFixed(1)],
  ['peak MB', (row) => row.whole.memory.toFixed(0)],
  ['files, MB', (row) => `${row.whole.files}, ${(row.whole.bytes / 1e6).toFixed(1)}`],
  [
    'one day, CPU s (share), files',
    ({ day, whole }) =>
      `${day.cpu.toFixed(1)} (${((100 * day.cpu) / whole.cpu).toFixed(1)} %), ${day.files}`,
  ],
];

const wherefrom = ({ size, measured }: Row): string =>
  `Where the bytes of a first query go at ${size} exchanges (median / highest of each part): ${Object.entries(
    measured.parts,
  )
    .map(([part, list]) => `${part} ${both(list, kb)}`)
    .join(', ')}.`;

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
