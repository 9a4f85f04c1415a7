import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Piece } from '../model/piece.ts';

/** Write a whole file or nothing, with its folders; false where it already holds these bytes. */
export async function writeWhole(file: string, text: string): Promise<boolean> {
  const old = await readFile(file, 'utf8').catch(() => null);
  if (old === text) return false;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, text);
  return true;
}

/** Remove what a killed run left half-written below a folder: write-file-atomic's `<name>.<digits>`. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const left = names.filter((name) => /\.(?:json|jsonl)\.\d+$/.test(name));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}

/** A file that is being written under another name. */
interface Unfinished {
  name: string;
  file: FileHandle;
}

/**
 * Write pieces as they come into files below a folder. A file takes its name only once it is whole
 * and on disk; where that fails, what is unfinished is removed and files of before stay as they were.
 */
export async function writePieces(folder: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const begun = new Map<string, Unfinished>();
  try {
    for await (const { path: name, bytes, last } of pieces) {
      const unfinished = begun.get(name) ?? (await begin(path.join(folder, name)));
      begun.set(name, unfinished);
      await unfinished.file.writeFile(bytes);
      if (!last) continue;
      await unfinished.file.sync();
      await unfinished.file.close();
      await rename(unfinished.name, path.join(folder, name));
      begun.delete(name);
    }
  } finally {
    for (const { name, file } of begun.values()) {
      await file.close().catch(() => {});
      await rm(name, { force: true });
    }
  }
}

async function begin(file: string): Promise<Unfinished> {
  const name = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  return { name, file: await open(name, 'w') };
}
