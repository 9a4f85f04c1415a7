import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { templatesFolder } from './eleventy.ts';

const root = path.join(templatesFolder, '..');

/** A digest of the code that makes pages: templates, assets, this room, the model, the libraries' versions. */
export async function engineDigest(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(root, 'package.json')));
  for (const folder of ['templates', 'src/site', 'src/model']) {
    const found = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = found.filter((file) => file.isFile());
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) {
      hash.update(path.relative(root, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}
