import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillContent } from './corpus.ts';
import { realContent } from './real-content.ts';
import { readRows, regressions, tables, writeRows } from './run-table.ts';
import { lesser, measureSize, type Row } from './stages.ts';

/*
 * Lectern at a size, stage by stage, beside a floor and Hugo: one table, its ratios those of one run.
 *   npm run bench -- [--quick] [--sizes N,N] [--content DIR] [--scratch DIR] [--write]
 * --quick: 1,000 exchanges only, and exit code 1 where a ratio is 1.5 times what docs/bench.jsonl has
 * in each of three rounds, of which every stage's least seconds count;
 * --sizes 1000,10000,65000: those; --content: a folder that already holds the parsed corpus;
 * --scratch: where to build, else in memory (/dev/shm) if it has room, else the system's folder for that:
 * on a disk the seconds of the same 1,646 files went from 0.7 to 1.8 (2026-11-23);
 * --write: put the rows into docs/bench.jsonl in the place of those of their sizes, and all into docs/bench.md.
 */
const after = (flag: string): string | undefined =>
  process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const quick = process.argv.includes('--quick');
const sizes = quick ? [1000] : (after('--sizes') ?? '1000,10000,65000').split(',').map(Number);
const scratch = mkdtempSync(path.join(after('--scratch') ?? roomy(), 'lectern-bench-'));
const write = process.argv.includes('--write');
const docs = path.join(import.meta.dirname, '../docs');

try {
  const given = after('--content');
  const content = given ? path.resolve(given) : (await realContent(scratch)).folder;
  const rows: Row[] = [];
  for (const size of sizes) {
    rows.push(await rounds(content, size));
    // After each size, so that a run that is cut off keeps what it has.
    if (write) writeRows(docs, rows);
  }
  console.log(tables(rows));
  const worse = quick ? regressions(rows, readRows(docs)) : [];
  for (const line of worse) console.error(line);
  if (worse.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

/** The fastest folder that holds the site of the largest size twice, at 60 KB an exchange. */
function roomy(): string {
  const memory = '/dev/shm';
  const needed = Math.max(...sizes) * 120_000;
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > needed ? memory : tmpdir();
}

/** A small size is mostly the starts of programs, which vary: three rounds, or fewer where no ratio is worse. */
async function rounds(content: string, size: number): Promise<Row> {
  let row = await round(content, size);
  const isSure = (): boolean => !write && regressions([row], readRows(docs)).length === 0;
  for (let more = 0; size <= 1000 && more < 2 && !isSure(); more++)
    row = lesser(row, await round(content, size));
  return row;
}

async function round(content: string, size: number): Promise<Row> {
  const folder = path.join(scratch, String(size));
  await fillContent(content, path.join(folder, 'content'), size);
  const row = await measureSize(folder, size);
  rmSync(folder, { recursive: true });
  return row;
}
