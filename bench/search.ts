import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { gather } from '../src/archive/gather.ts';
import { wholeFold } from '../src/search/fold-table.ts';
import type { Unit } from '../src/search/unit.ts';
import { unitsOf } from '../src/search/units.ts';
import { assetsOf } from '../src/site/assets.ts';
import type { BuildCost } from './search-build.ts';
import { recombine } from './search-corpus.ts';
import { type Measured, measure, spread } from './search-measure.ts';
import { miniSearch, type PeerCost, pagefind } from './search-peers.ts';

/*
 * Search against a full scan and against its peers, on real exchanges recombined to a size.
 *   node --import tsx bench/search.ts [--quick] [--sizes N,N] [--content DIR] [--write]
 * --quick: 1,000 exchanges only; --sizes 10000,50000: those; --content: a folder that already holds the parsed corpus;
 * --write: put the table into docs/search-bench.md.
 */
const quick = process.argv.includes('--quick');
const after = (flag: string): string | undefined =>
  process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const given = after('--content');
const sizes = quick ? [1000] : (after('--sizes') ?? '10000,50000,100000').split(',').map(Number);
const repo = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'));

/** Runs a program to its end; its standard output. */
function run(args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: repo,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1)
    throw new Error(`Cannot bench without \`${args.join(' ')}\`: ${stderr.slice(-500)}`);
  return stdout;
}

/** The parsed corpus: given, or made from ../shared/corpus. */
function corpus(): string {
  if (given) return path.resolve(given);
  const content = path.join(scratch, 'content');
  const shared = path.join(repo, '../shared/corpus');
  mkdirSync(content);
  run([
    '-e',
    `require('node:fs').cpSync('content', ${JSON.stringify(content)}, { recursive: true })`,
  ]);
  const files = ['mfa-zh.warc.gz', 'whitehouse.warc.gz'].map((file) => path.join(shared, file));
  run(['bin/lectern.js', '--content', content, 'import', ...files]);
  run(['bin/lectern.js', '--content', content, 'parse', 'mfa-zh', 'whitehouse']);
  return content;
}

interface Row {
  size: number;
  cost: { whole: BuildCost; day: BuildCost; memory: number };
  measured: Measured;
  peers: PeerCost[];
}

async function rowOf(content: string, size: number): Promise<Row> {
  const folder = path.join(scratch, String(size));
  const cost: Row['cost'] = JSON.parse(
    run(['--import', 'tsx', 'bench/search-build.ts', content, String(size), folder]),
  );
  const units = [...unitsOf(recombine(await gather(content), size))];
  const measured = await measure(folder, units, quick ? 40 : 200);
  rmSync(folder, { recursive: true });
  return { size, cost, measured, peers: size <= 10_000 ? await peersOf(units) : [] };
}

/** Peers run up to 10,000 exchanges: at 50,000 Pagefind takes 9 GB, MiniSearch more than 200 s. */
async function peersOf(units: Unit[]): Promise<PeerCost[]> {
  const fold = wholeFold();
  return [miniSearch(units, fold), await pagefind(units)];
}

const intro = `# Search, measured

Real exchanges (ministry in Chinese, White House in English, four to one), recombined to each size with a fixed seed.
Exact: 55 fixed and 200 generated queries, each compared with a full scan of all texts. Bytes are those of the files as
served, median / highest of the 55 fixed queries; a first query holds the scripts, directory, folding table, names and ten
texts. Made by \`node --import tsx bench/search.ts --write\`; CPU seconds are those of a shared machine.

`;

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const both = (list: number[]): string => `${kb(spread(list).median)} / ${kb(spread(list).highest)}`;

function* lines(rows: Row[], script: number): Generator<string> {
  yield '| exchanges | exact | results, first query | with facets | further query | warm, CPU ms | build, CPU s | peak MB | files, MB | one day, CPU s |';
  yield '|---|---|---|---|---|---|---|---|---|---|';
  for (const { size, cost, measured } of rows) {
    const { results, first, further, warm, exact, queries } = measured;
    const withScript = (list: number[]): string => both(list.map((bytes) => bytes + script));
    yield `| ${size} | ${exact} of ${queries} | ${withScript(results)} | ${withScript(first)} | ${both(further)} | ${spread(warm).median.toFixed(1)} / ${spread(warm).highest.toFixed(0)} | ${cost.whole.cpu.toFixed(1)} | ${cost.memory.toFixed(0)} | ${cost.whole.files}, ${(cost.whole.bytes / 1e6).toFixed(1)} | ${cost.day.cpu.toFixed(1)} |`;
  }
  yield '';
  const last = rows.at(-1);
  yield `Where the bytes of a first query go at ${last?.size} exchanges (median): script ${kb(script)}, ${Object.entries(
    last?.measured.parts ?? {},
  )
    .map(([part, list]) => `${part} ${kb(spread(list).median)}`)
    .join(', ')}.`;
  yield '';
  yield '| engine | exchanges | exact, Chinese | build, CPU s | files | whole index |';
  yield '|---|---|---|---|---|---|';
  for (const { size, peers } of rows) {
    for (const { name, cpu, files, bytes, exact } of peers) {
      yield `| ${name} | ${size} | ${exact === null ? 'needs a browser' : `${exact} of 40`} | ${cpu.toFixed(1)} | ${files} | ${(bytes / 1e6).toFixed(1)} MB |`;
    }
  }
  for (const { measured, size } of rows)
    for (const wrong of measured.wrong) yield `\nNot exact at ${size}: ${wrong}`;
}

try {
  const content = corpus();
  const assets = await assetsOf(path.join(repo, 'templates/assets'));
  const script = ['search.js', 'mark.js'].reduce(
    (sum, name) => sum + gzipSync(assets.get(name)?.bytes ?? '', { level: 9 }).length,
    0,
  );
  const rows: Row[] = [];
  for (const size of sizes) rows.push(await rowOf(content, size));
  const table = [...lines(rows, script)].join('\n');
  console.log(table);
  if (process.argv.includes('--write'))
    writeFileSync(path.join(repo, 'docs/search-bench.md'), `${intro}${table}\n`);
  if (rows.some(({ measured }) => measured.exact < measured.queries)) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
