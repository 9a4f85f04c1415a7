import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Asset } from '../src/site/assets.ts';
import type { BuildCost } from './search-build.ts';
import { type Measured, spread } from './search-measure.ts';
import type { PeerCost } from './search-peers.ts';

/** Everything measured at one size. */
export interface Row {
  size: number;
  script: { gzip: number; brotli: number };
  whole: BuildCost;
  day: BuildCost;
  measured: Measured;
  /** Milliseconds in Chromium. */
  warm: number[];
  peers: PeerCost[];
}

/** Bytes of the script that a first query loads. */
export function scriptSizes(assets: Map<string, Asset>): Row['script'] {
  const bytes = assets.get('search.js')?.bytes ?? new Uint8Array();
  return {
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

const intro = `# Search, measured

Real exchanges (ministry in Chinese, White House in English, four to one), recombined to each size with a fixed seed.
Exact: 55 fixed and 200 generated queries (CJK of 2 to 8 characters across word boundaries, Latin, mixed, phrases, NOT,
sides), each compared with a full scan of all texts. Bytes are those of the files as served, median / highest of the 55
fixed queries: the script by gzip, the index as it is packed. A first query holds script, directory, folding table, names
and ten texts; a further one is asked after another query. Warm: in Chromium, from sending the form to the answer.
Made by \`node --import tsx bench/search.ts --write\` from the rows in search-bench.jsonl, which the same command measures
(\`--sizes 50000\` renews one); CPU seconds are those of a shared machine, a day is the next one in a fresh process.

`;

/** Puts rows in the place of those of their sizes and writes all of them as a page. */
export function writeTables(folder: string, rows: Row[]): void {
  const file = path.join(folder, 'search-bench.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const before = lines.map((line): Row => JSON.parse(line));
  const kept = before.filter(({ size }) => !rows.some((row) => row.size === size));
  const all = [...kept, ...rows].sort((a, b) => a.size - b.size);
  writeFileSync(file, all.map((row) => `${JSON.stringify(row)}\n`).join(''));
  writeFileSync(path.join(folder, 'search-bench.md'), `${intro}${tables(all)}\n`);
}

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
  ['script, gzip (brotli)', ({ script }) => `${kb(script.gzip)} (${kb(script.brotli)})`],
  [
    'results, first query',
    ({ measured, script }) =>
      both(
        measured.results.map((bytes) => bytes + script.gzip),
        kb,
      ),
  ],
  [
    'with facets',
    ({ measured, script }) =>
      both(
        measured.first.map((bytes) => bytes + script.gzip),
        kb,
      ),
  ],
  ['further query', ({ measured }) => both(measured.further, kb)],
  ['files, first query', ({ measured }) => both(measured.requests, whole)],
  ['warm, ms', ({ warm }) => both(warm, whole)],
  ['build, CPU s', (row) => row.whole.cpu.toFixed(1)],
  ['peak MB', (row) => row.whole.memory.toFixed(0)],
  ['files, MB', (row) => `${row.whole.files}, ${(row.whole.bytes / 1e6).toFixed(1)}`],
  [
    'one day, CPU s (share), files',
    ({ day, whole }) =>
      `${day.cpu.toFixed(1)} (${((100 * day.cpu) / whole.cpu).toFixed(1)} %), ${day.files}`,
  ],
];

const wherefrom = ({ size, script, measured }: Row): string =>
  `Where the bytes of a first query go at ${size} exchanges (median of each part): script ${kb(script.gzip)}, ${Object.entries(
    measured.parts,
  )
    .map(([part, list]) => `${part} ${kb(spread(list).median)}`)
    .join(', ')}.`;

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
