import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
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
