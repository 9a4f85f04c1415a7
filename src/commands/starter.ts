import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Site } from '../model/site.ts';

const program = path.join(import.meta.dirname, '../..');

/** Where each file of a new archive comes from in the program's own folder. */
const copies: [from: string, to: string][] = [
  ['starter/README.md', 'README.md'],
  // npm leaves files of these names out of a package.
  ['starter/gitignore', '.gitignore'],
  ['starter/gitattributes', '.gitattributes'],
  ['starter/workflows/github.yml', '.github/workflows/update.yml'],
  ['starter/workflows/gitlab.yml', '.gitlab-ci.yml'],
  ['content/pages', 'content/pages'],
  ['content/topics', 'content/topics'],
  ['content/outlets.yaml', 'content/outlets.yaml'],
];

/** The made-up ministry's sources and people, left out of a bare archive. */
const sample: [from: string, to: string][] = [
  ['starter/institutions.yaml', 'content/institutions.yaml'],
  ['starter/people.yaml', 'content/people.yaml'],
  ['starter/sources', 'content/sources'],
];

/** Pages of the made-up ministry and their addresses, to be imported into a new archive. */
export const samplePages: { file: string; url: string }[] = ['zh', 'en'].map((language) => ({
  file: path.join(program, `starter/samples/${language}.html`),
  url: `https://mea.caldmere.example/${language}/briefings/202403/t20240318.html`,
}));

/** What may be in a folder that becomes an archive: what git and npm put there. */
const known = new Set(['.git', 'node_modules', 'package.json', 'package-lock.json']);

/** The first thing in a folder that a new archive might overwrite; null where there is none. */
export async function foreignIn(folder: string): Promise<string | null> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return names.sort().find((name) => !known.has(name)) ?? null;
}

/** Write a new archive's files into a folder; a package.json that is there is left as it is. */
export async function writeStarter(folder: string, site: Site, bare: boolean): Promise<void> {
  for (const [from, to] of bare ? copies : [...copies, ...sample]) {
    await mkdir(path.dirname(path.join(folder, to)), { recursive: true });
    await cp(path.join(program, from), path.join(folder, to), { recursive: true });
  }
  await mkdir(path.join(folder, 'content/sources'), { recursive: true });
  await writeFile(path.join(folder, 'content/site.yaml'), stringify(site));
  const manifest = path.join(folder, 'package.json');
  await writeFile(manifest, packageJson, { flag: 'wx' }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault;
  });
}

const packageJson = `${JSON.stringify(
  { private: true, type: 'module', scripts: { start: 'lectern serve', update: 'lectern update' } },
  null,
  2,
)}\n`;
