import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';

/** Ending of a file that is being written, by this program and, all digits, by its first release. */
const ending = /\.(?:\d+-\d+\.part|\d{6,})$/;

/** How many files are written at the same time. */
const atOnce = 8;

let count = 0;

/**
 * Write a whole file or nothing, with its folders; false if it already holds these bytes.
 *
 * All bytes go to a new file beside it, whose size is checked and which is synced before it takes the
 * name; then the folder is synced. If any of this fails, the file of before is untouched.
 */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<boolean> {
  return (await writeAll(new Map([[file, data]]))).length > 0;
}

/**
 * Write several files, each whole or not at all; the paths of those that did not hold these bytes already.
 *
 * No file takes its name before all of them are on the disk, so that a full disk changes none of them.
 */
export async function writeAll(files: ReadonlyMap<string, string | Uint8Array>): Promise<string[]> {
  const waiting = [...files];
  const staged = new Map<string, string>();
  const stageNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [file, data] = next;
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      if (await holds(file, bytes)) continue;
      const part = partOf(file);
      staged.set(file, part);
      await writePart(file, part, bytes);
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, waiting.length) }, stageNext);
  try {
    for (const it of await Promise.allSettled(workers))
      if (it.status === 'rejected') throw it.reason;
    for (const [file, part] of staged) await rename(part, file);
  } catch (cause) {
    await Promise.all([...staged.values()].map(remove));
    throw cause;
  }
  const folders = new Set([...staged.keys()].map((file) => path.dirname(file)));
  for (const folder of folders) await syncFolder(folder);
  return [...staged.keys()];
}

/** A file that is written piece by piece. */
export interface Growing {
  append(bytes: string | Uint8Array): Promise<void>;
  /** Gives the file its name, once all bytes are on the disk. */
  finish(): Promise<void>;
  /** Removes what was written. */
  drop(): Promise<void>;
}

/** Begin a file that comes in pieces; it has its name only after `finish`. */
export async function beginFile(file: string): Promise<Growing> {
  const part = partOf(file);
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(part, 'wx');
  let size = 0;
  return {
    async append(data) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      size += bytes.length;
      await handle.writeFile(bytes).catch(sayWhere(file));
    },
    async finish() {
      await settle(file, handle, size);
      await rename(part, file);
      await syncFolder(path.dirname(file));
    },
    async drop() {
      await handle.close().catch(() => {});
      await remove(part);
    },
  };
}

/** Whether a file name is that of a file being written, or left by a run that was killed. */
export const isPart = (name: string): boolean => ending.test(name);

/** Remove what a killed run left half-written below a folder that is locked for this process. */
export async function removeParts(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(absent);
  await Promise.all((names ?? []).filter(isPart).map((name) => remove(path.join(folder, name))));
}

/** Write the folder's own block, so that a rename in it survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function partOf(file: string): string {
  count += 1;
  return `${file}.${process.pid}-${count}.part`;
}

async function writePart(file: string, part: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(part), { recursive: true });
  const handle = await open(part, 'wx');
  await handle.writeFile(bytes).catch(async (cause: unknown) => {
    await handle.close().catch(() => {});
    return sayWhere(file)(cause);
  });
  await settle(file, handle, bytes.length);
}

/** Sync and close a file that is to have so many bytes. */
async function settle(file: string, handle: FileHandle, size: number): Promise<void> {
  try {
    await handle.sync();
    const { size: found } = await handle.stat();
    if (found !== size) throw new Error(`Expected ${size} bytes on the disk, got ${found}`);
  } catch (cause) {
    return sayWhere(file)(cause);
  } finally {
    await handle.close();
  }
}

const sayWhere =
  (file: string) =>
  (cause: unknown): never => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const code = cause instanceof Error && 'code' in cause ? { code: cause.code } : {};
    throw Object.assign(
      new Error(`Cannot write ${file}: ${reason}; the file of before is untouched`, { cause }),
      code,
    );
  };

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  const found = await stat(file).catch(absent);
  if (found?.size !== bytes.length) return false;
  return (await readFile(file)).equals(bytes);
}

/** Null for a file or folder that is not there; every other fault is thrown. */
function absent(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
  throw cause;
}

const remove = (file: string): Promise<void> => rm(file, { force: true });
