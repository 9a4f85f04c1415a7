import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { templatesFolder } from './eleventy.ts';

const root = path.join(templatesFolder, '..');

/** The code that makes pages: templates, assets and the search that they bundle, this room, exports, the model. */
export const pageCode = ['templates', 'src/site', 'src/export', 'src/model', 'src/search'];

/** The code that places exchanges under topics. */
export const placingCode = ['src/topics', 'src/model', 'src/archive'];

/** All of the program that a site is made from. */
export const allCode = ['templates', 'src', 'docs'];

/** A digest of code, of the libraries' versions and of the Node that runs them; `theme` is a folder of an archive's own. */
export async function engineDigest(
  folders: readonly string[] = pageCode,
  theme?: string,
): Promise<string> {
  const hash = createHash('sha256')
    .update(process.version)
    .update(await readFile(path.join(root, 'package.json')));
  const all = folders.map((folder) => path.join(root, folder));
  for (const folder of theme === undefined ? all : [...all, theme]) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found.filter((file) => file.isFile());
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) {
      hash.update(path.relative(root, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}
