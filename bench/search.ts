import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { gather } from '../src/archive/gather.ts';
import { wholeFold } from '../src/search/fold-table.ts';
import type { Unit } from '../src/search/unit.ts';
import { unitsOf } from '../src/search/units.ts';
import { type Asset, assetsOf } from '../src/site/assets.ts';
import { openBrowser } from '../tests/browser.ts';
import { costOf, node } from './cost.ts';
import { realContent } from './real-content.ts';
import { warmTimes } from './search-browser.ts';
import type { BuildCost } from './search-build.ts';
import { recombine } from './search-corpus.ts';
import { measure } from './search-measure.ts';
import { miniSearch, type PeerCost, pagefind } from './search-peers.ts';
import { fixedQueries } from './search-queries.ts';
import { type Row, scriptSizes, tables, writeTables } from './search-table.ts';

/*
 * Search against a full scan and against its peers, on real exchanges recombined to a size.
 *   node --import tsx bench/search.ts [--quick] [--sizes N,N] [--content DIR] [--write]
 * --quick: 1,000 exchanges only; --sizes 10000,50000: those; --content: a folder that already holds the parsed corpus;
 * --write: make docs/search-bench.md of this run, after each size anew.
 */
const quick = process.argv.includes('--quick');
const after = (flag: string): string | undefined =>
  process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const write = process.argv.includes('--write');
const given = after('--content');
const sizes = quick
  ? [1000]
  : (after('--sizes') ?? '1000,10000,50000,100000').split(',').map(Number);
const repo = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'));

async function rowOf(
  content: string,
  size: number,
  assets: Map<string, Asset>,
  browser: Browser,
): Promise<Row> {
  const folder = path.join(scratch, String(size));
  const build = async (...day: string[]): Promise<BuildCost> => {
    const program = path.join(import.meta.dirname, 'search-build.ts');
    return JSON.parse((await costOf(node(program, content, String(size), folder, ...day))).output);
  };
  const whole = await build();
  const day = await build('day');
  const units = [...unitsOf(recombine(await gather(content), size))];
  const script = scriptSizes(assets);
  const measured = await measure(folder, units, quick ? 40 : 200, script);
  const queries = fixedQueries(wholeFold()).map(({ typed }) => typed);
  const warm = await warmTimes(browser, folder, assets, queries);
  rmSync(folder, { recursive: true });
  return { size, script, whole, day, measured, warm, peers: await peersOf(units, browser) };
}

/** Peers run up to 10,000 exchanges: at 50,000 Pagefind takes 9 GB, MiniSearch more than 200 s. */
async function peersOf(units: Unit[], browser: Browser): Promise<PeerCost[]> {
  if (units.length > 15_000) return [];
  const folder = path.join(scratch, 'pagefind');
  const fold = wholeFold();
  return [miniSearch(units, fold), await pagefind(units, fold, folder, browser)];
}

const browser = await openBrowser();
try {
  const content = given ? path.resolve(given) : (await realContent(scratch)).folder;
  const assets = await assetsOf(path.join(repo, 'templates/assets'));
  const rows: Row[] = [];
  for (const size of sizes) {
    rows.push(await rowOf(content, size, assets, browser));
    if (write) writeTables(path.join(repo, 'docs/search-bench.md'), rows);
  }
  console.log(tables(rows));
  if (rows.some(({ measured }) => measured.exact < measured.queries)) process.exitCode = 1;
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
