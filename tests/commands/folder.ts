import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file below a folder, by path with `/`, sorted. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const named = files
    .sort()
    .map(async (file) => [relative(folder, file), await readFile(file)] as const);
  return new Map(await Promise.all(named));
}
