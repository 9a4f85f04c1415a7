import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../model/source.ts';
import { openRun } from './open-run.ts';
import { type Reading, readFile } from './read-file.ts';
import { openShelf, type Placed } from './shelf.ts';

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
  /** Stops after the capture at hand. */
  signal?: AbortSignal;
}

/**
 * Imports files in the order given and tells what became of each capture. What is stored is in the
 * archive once the generator has ended; an address with the same bytes is never stored twice.
 */
export async function* importFiles(
  files: string[],
  { content, sources, started, url, signal }: ImportOptions,
): AsyncGenerator<Outcome> {
  const run = openRun(content, started);
  const shelf = openShelf(run, content, [...sources]);
  for (const file of files) {
    for await (const reading of readFile(file, started.toISOString(), url)) {
      const outcome = reading.kind === 'found' ? await shelf.put(reading.found) : reading;
      yield { file, ...outcome };
      if (signal?.aborted) break;
    }
    yield { file, kind: 'done' };
    if (signal?.aborted) break;
  }
  await run.close();
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
