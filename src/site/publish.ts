import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type Digests, type Inventory, unsettled, writeInventory } from './inventory.ts';
import { type Found, filesInFoldersOf, publishedFile } from './look-at-site.ts';
import { packFolder } from './offered.ts';
import type { SiteFolders } from './site-folders.ts';
import { fileDigest } from './stage.ts';
import { codeOf } from './state.ts';

/** What publishing did, in files. */
export interface Published {
  written: number;
  unchanged: number;
  removed: number;
}

/** What a build made. */
export interface Staged {
  folder: string;
  /** Digests of staged files that need not be read for them. */
  digests: Digests;
  /** Files that an earlier build published and that stay, without being staged. */
  kept: string[];
}

/**
 * Up to so many files are synced to the disk one by one before they are published. More would take
 * minutes on a slow disk; the list of files is synced after them, so after a power cut the next build
 * sees from sizes and times which files did not arrive, and writes them again.
 */
const mostSynced = 1000;

/**
 * Moves what a build staged into the site: only files that differ from what was `found` there, styles and
 * scripts before the pages that need them, the home page last; then removes what earlier builds published
 * and this one did not. Each file is replaced whole, so a build that is cut off leaves every page old or
 * new, and the next one finishes the work.
 */
export async function publish(
  { folder: stage, digests, kept }: Staged,
  folders: SiteFolders,
  { known, sound }: Found,
): Promise<Published> {
  const { output } = folders;
  const staged = await digestsOf(stage, digests);
  const after: Inventory = {};
  for (const file of kept) after[file] = sound[file] ?? unsettled;
  const changed: string[] = [];
  for (const [file, digest] of Object.entries(staged)) {
    const old = sound[file];
    if (old?.[0] === digest) after[file] = old;
    else changed.push(file);
  }
  const all = new Set([...Object.keys(after), ...changed]);
  const before = known ? Object.keys(known) : await strays(output, all);
  const gone = before.filter((file) => !all.has(file));
  if (changed.length <= mostSynced) await sync(changed.map((file) => path.join(stage, file)));
  // Both old and new, so that nothing is forgotten if the work is cut off.
  const between = [...before, ...changed].map((file) => [file, unsettled] as const);
  await writeInventory(folders, { ...Object.fromEntries(between), ...sound, ...unsettle(changed) });
  for (const file of changed.sort(byUse)) await move(stage, output, file);
  for (const file of gone) await remove(output, file);
  if (changed.length <= mostSynced) await sync(foldersOf(output, changed));
  for (const file of changed) after[file] = publishedFile(output, file, staged[file] ?? '');
  await writeInventory(folders, after);
  return {
    written: changed.length,
    unchanged: all.size - changed.length,
    removed: gone.length,
  };
}

const unsettle = (files: string[]): Inventory =>
  Object.fromEntries(files.map((file) => [file, unsettled]));

/** What lies where the site's files lie, but for the data pack, which an export puts there. */
async function strays(output: string, all: Set<string>): Promise<string[]> {
  const found = await filesInFoldersOf(output, all);
  return found.filter((file) => !file.startsWith(`${packFolder}/`));
}

const uses = [/^(?:assets|search)\//, /^(?!index\.html$)/];

const rank = (file: string): number => {
  const index = uses.findIndex((use) => use.test(file));
  return index === -1 ? uses.length : index;
};

const byUse = (a: string, b: string): number => rank(a) - rank(b) || Number(a > b) - Number(a < b);

async function digestsOf(stage: string, known: Digests): Promise<Digests> {
  const found = await readdir(stage, { recursive: true, withFileTypes: true });
  const files = found
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name));
  const staged: Digests = {};
  for (const file of files.sort()) {
    const name = path.relative(stage, file).replaceAll(path.sep, '/');
    staged[name] = known[name] ?? fileDigest(await readFile(file));
  }
  return staged;
}

/** The folders that hold these files. */
const foldersOf = (output: string, files: string[]): string[] => [
  ...new Set(files.map((file) => path.dirname(path.join(output, file)))),
];

/** Sees to it that files or folders are on the disk, eight at a time. */
async function sync(names: string[]): Promise<void> {
  const left = names.values();
  const work = async () => {
    for (const name of left) {
      const file = await open(name, 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

async function move(stage: string, output: string, file: string): Promise<void> {
  const target = path.join(output, file);
  await makeFolder(output, path.dirname(file));
  try {
    await rename(path.join(stage, file), target);
  } catch (cause) {
    if (codeOf(cause) !== 'EISDIR') throw cause;
    // A folder stands in the file's place; an empty one is nobody's loss.
    await rmdir(target).catch(() => {
      throw new Error(`Cannot write the file ${target} while a folder of that name is there`, {
        cause,
      });
    });
    await rename(path.join(stage, file), target);
  }
}

/** Makes a folder of the site; a file in its place goes. */
async function makeFolder(output: string, folder: string): Promise<void> {
  try {
    await mkdir(path.join(output, folder), { recursive: true });
  } catch (cause) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(cause) ?? '')) throw cause;
    const parts = folder.split('/');
    for (const end of parts.keys()) {
      const above = path.join(output, ...parts.slice(0, end + 1));
      if ((await stat(above).catch(() => null))?.isDirectory() === false) await rm(above);
    }
    await mkdir(path.join(output, folder), { recursive: true });
  }
}

async function remove(output: string, file: string): Promise<void> {
  await unlink(path.join(output, file)).catch((cause) => {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause) ?? '')) throw cause;
  });
  let folder = path.dirname(file);
  // Folders that became empty go too; one that holds a foreign file stays.
  while (folder !== '.') {
    try {
      await rmdir(path.join(output, folder));
    } catch {
      return;
    }
    folder = path.dirname(folder);
  }
}
