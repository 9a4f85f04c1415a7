import { access, type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files/write.ts';
import { addToManifest } from './manifest.ts';
import type { NewCapture } from './new-capture.ts';
import { packCapture, packInfo } from './pack-record.ts';

/** One run's WARCs, one a source, each whole under its final name or absent. */
export interface Run {
  /**
   * Writes the capture to the end of its source's WARC, after those that were added before it; several
   * may be under way, and are then packed side by side.
   */
  add(source: string, capture: NewCapture): Promise<void>;
  /** Gives the WARCs their final names; their paths below content/, in order of first use. */
  close(): Promise<string[]>;
}

/** Ending of a WARC that a run is still writing; no reader takes it for a WARC. */
export const unfinished = '.part';

/**
 * Starts a run at `started`. A source's WARC is `captures/<source>/<year>/<time>.warc.gz`, begun with
 * its first capture as a file with the ending {@link unfinished}; every capture is on the disk when
 * `add` resolves, so that a killed run costs what is in flight. The archive must be locked.
 */
export function openRun(content: string, started: Date): Run {
  const warcs = new Map<string, Promise<Warc>>();
  return {
    async add(source, capture) {
      const warc = warcs.get(source) ?? beginWarc(content, source, started);
      warcs.set(source, warc);
      await (await warc).append(packCapture(capture));
    },
    async close() {
      const paths: string[] = [];
      for (const [source, warc] of warcs) {
        const path = await (await warc).finish();
        await addToManifest(content, source, [path]);
        paths.push(path);
      }
      return paths;
    },
  };
}

/** Path of a source's WARC below content/, for a run that started at `started`. */
export function warcPath(source: string, started: Date): string {
  const time = started.toISOString();
  return `captures/${source}/${time.slice(0, 4)}/${time.replaceAll(':', '-')}.warc.gz`;
}

interface Warc {
  /** Resolves when the record is on the disk, behind those of earlier calls. */
  append(record: Promise<Uint8Array>): Promise<void>;
  finish(): Promise<string>;
}

async function beginWarc(content: string, source: string, started: Date): Promise<Warc> {
  const path = await freePath(content, source, started);
  const final = join(content, path);
  const temporary = final + unfinished;
  await mkdir(dirname(final), { recursive: true });
  const file = await open(temporary, 'ax');
  await file.writeFile(await packInfo(source, started.toISOString()));
  return {
    append: groupWriter(file),
    async finish() {
      await file.sync();
      await file.close();
      await rename(temporary, final);
      await syncFolder(dirname(final));
      return path;
    },
  };
}

/** An append to the file; what waits while a record goes to the disk goes there together, with one sync. */
function groupWriter(file: FileHandle): Warc['append'] {
  let waiting: Promise<Uint8Array>[] = [];
  let flush = Promise.resolve();
  let next: Promise<void> | null = null;
  return (record) => {
    waiting.push(record);
    record.catch(() => {});
    next ??= flush.then(() => {
      const group = waiting;
      [waiting, next] = [[], null];
      const written = writeGroup(file, group);
      // The group after it is tried all the same: it may be small enough for what is left of the disk.
      flush = written.catch(() => {});
      return written;
    });
    return next;
  };
}

async function writeGroup(file: FileHandle, group: Promise<Uint8Array>[]): Promise<void> {
  const bytes = Buffer.concat(await Promise.all(group));
  const { size } = await file.stat();
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } catch (cause) {
    // A full disk leaves half a record; cut off, what came before it is a whole WARC.
    await file.truncate(size);
    throw cause;
  }
}

/** The path of the first millisecond from `started` on that no WARC of the source has. */
async function freePath(content: string, source: string, started: Date): Promise<string> {
  for (let time = started.getTime(); ; time += 1) {
    const path = warcPath(source, new Date(time));
    const taken = [path, path + unfinished].map((it) => exists(join(content, it)));
    if (!(await Promise.all(taken)).includes(true)) return path;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
