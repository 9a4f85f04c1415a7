import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import writeFileAtomic from 'write-file-atomic';

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

/** Write chunks as they come into a file that takes its name only once it is whole and on disk. */
export async function writeStream(
  file: string,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await pipeline(chunks, createWriteStream(unfinished, { flush: true }));
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}
