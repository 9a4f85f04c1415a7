import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillContent } from './corpus.ts';
import { realContent } from './real-content.ts';
import { readRows, regressions, tables, writeRows } from './run-table.ts';
import { measureSize } from './stages.ts';

/*
 * Lectern at a size, stage by stage, beside a floor and Hugo: one table, its ratios those of one run.
 *   npm run bench -- [--quick] [--sizes N,N] [--content DIR] [--scratch DIR] [--write]
 * --quick: 1,000 exchanges only, and exit code 1 where a ratio is 1.5 times what docs/bench.jsonl has;
 * --sizes 1000,10000,65000: those; --content: a folder that already holds the parsed corpus;
 * --scratch: where to build, best in memory (/dev/shm), else the system's folder for that;
 * --write: put the rows into docs/bench.jsonl in the place of those of their sizes, and all into docs/bench.md.
 */
const after = (flag: string): string | undefined =>
  process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const quick = process.argv.includes('--quick');
const sizes = quick ? [1000] : (after('--sizes') ?? '1000,10000,65000').split(',').map(Number);
const scratch = mkdtempSync(path.join(after('--scratch') ?? tmpdir(), 'lectern-bench-'));
const docs = path.join(import.meta.dirname, '../docs');

try {
  const given = after('--content');
  const content = given ? path.resolve(given) : (await realContent(scratch)).folder;
  const rows = [];
  for (const size of sizes) {
    const folder = path.join(scratch, String(size));
    await fillContent(content, path.join(folder, 'content'), size);
    rows.push(await measureSize(folder, size));
    // After each size, so that a run that is cut off keeps what it has.
    if (process.argv.includes('--write')) writeRows(docs, rows);
    rmSync(folder, { recursive: true });
  }
  console.log(tables(rows));
  const worse = quick ? regressions(rows, readRows(docs)) : [];
  for (const line of worse) console.error(line);
  if (worse.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
