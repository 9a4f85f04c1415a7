import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file below a folder, by path with `/`, sorted. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const named = new Map<string, Buffer>();
  // One after the other: the site of the corpus has more files than a process may open.
  for (const file of files.sort()) named.set(relative(folder, file), await readFile(file));
  return named;
}
