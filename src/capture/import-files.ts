import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../model/source.ts';
import { openRun } from './open-run.ts';
import { type Reading, readFile } from './read-file.ts';
import { openShelf, type Placed, type Shelf } from './shelf.ts';

/** What became of a file, or of one capture in it; `done` comes once for each file, at its end. */
export type Outcome = { file: string } & (
  | Placed
  | Exclude<Reading, { kind: 'found' }>
  | { kind: 'done' }
);

/** What an import needs to know. */
export interface ImportOptions {
  /** Path of the content folder. */
  content: string;
  sources: Iterable<Source>;
  /** When the run started. */
  started: Date;
  /** Address of pages that do not name their own. */
  url?: string;
  /** When pages that are not in a WARC were saved; the start of the run if not given. */
  date?: string;
  /** Stops after the capture at hand. */
  signal?: AbortSignal;
}

/** How many captures may be on their way to the disk: enough for both to pack and to sync in groups. */
const ahead = 16;

/**
 * Imports files in the order given and tells what became of each capture. What is stored is in the
 * archive once the generator has ended; an address with the same bytes is never stored twice.
 */
export async function* importFiles(
  files: string[],
  { content, sources, started, url, date, signal }: ImportOptions,
): AsyncGenerator<Outcome> {
  const run = openRun(content, started);
  const shelf = openShelf(run, content, [...sources], started);
  const told = { ...(url !== undefined && { url }), ...(date !== undefined && { date }) };
  for (const file of files) {
    const readings = readFile(file, started.toISOString(), told);
    for await (const outcome of inOrder(readings, shelf, signal)) yield { file, ...outcome };
    yield { file, kind: 'done' };
    if (signal?.aborted) break;
  }
  await run.close();
}

/** Puts what is found on the shelf, some at a time; what became of each, in the order read. */
async function* inOrder(
  readings: AsyncIterable<Reading>,
  shelf: Shelf,
  signal: AbortSignal | undefined,
): AsyncGenerator<Placed | Exclude<Reading, { kind: 'found' }>> {
  const underWay = [];
  try {
    for await (const reading of readings) {
      const outcome = reading.kind === 'found' ? shelf.put(reading.found) : reading;
      // Told when its turn comes; until then nobody listens, and Node would end the process.
      if (outcome instanceof Promise) outcome.catch(() => {});
      underWay.push(outcome);
      const first = underWay.length < ahead ? undefined : underWay.shift();
      if (first) yield await first;
      if (signal?.aborted) break;
    }
    yield* underWay;
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** Each file itself; for a folder all files below it, by path, hidden ones left out. */
export async function filesBelow(paths: string[]): Promise<string[]> {
  const lists = paths.map(async (path) => {
    const folder = await stat(path).then(
      (it) => it.isDirectory(),
      () => false,
    );
    if (!folder) return [path];
    const found = await readdir(path, { recursive: true, withFileTypes: true });
    return found
      .filter((it) => it.isFile() && !it.name.startsWith('.'))
      .map((it) => join(it.parentPath, it.name))
      .sort();
  });
  return (await Promise.all(lists)).flat();
}
