import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { type Inventory, readInventory, unsettled, writeInventory } from './inventory.ts';
import { fileDigest } from './stage.ts';

/** What publishing did, in files. */
export interface Published {
  written: number;
  unchanged: number;
  removed: number;
}

/**
 * Moves what a build staged into the site: only files that differ, style and scripts before the
 * pages that need them, the home page last; then removes what earlier builds wrote and this one did
 * not. Each file is replaced whole, so a build that is cut off leaves every page old or new, and the
 * next one finishes the work. `kept` names files of the last build that stay without being staged;
 * `digests` are those of staged files that need not be read for it.
 */
export async function publish(
  stage: string,
  output: string,
  kept: string[] = [],
  digests: Inventory = {},
): Promise<Published> {
  const before = await readInventory(output);
  const staged = await inventoryOf(stage, digests);
  const after: Inventory = { ...staged };
  for (const file of kept) after[file] = before[file] ?? unsettled;
  const changed = Object.keys(staged).filter((file) => before[file] !== staged[file]);
  const gone = Object.keys(before).filter((file) => !(file in after));
  // Both old and new, so that nothing is forgotten if the work is cut off.
  await writeInventory(output, {
    ...before,
    ...Object.fromEntries(changed.map((file) => [file, unsettled])),
  });
  for (const file of changed.sort(byUse)) await move(stage, output, file);
  for (const file of gone) await remove(output, file);
  await writeInventory(output, after);
  return {
    written: changed.length,
    unchanged: Object.keys(after).length - changed.length,
    removed: gone.length,
  };
}

const uses = [/^(?:assets|search)\//, /^(?!index\.html$)/];

const rank = (file: string): number => {
  const index = uses.findIndex((use) => use.test(file));
  return index === -1 ? uses.length : index;
};

const byUse = (a: string, b: string): number => rank(a) - rank(b) || Number(a > b) - Number(a < b);

async function inventoryOf(stage: string, digests: Inventory): Promise<Inventory> {
  const found = await readdir(stage, { recursive: true, withFileTypes: true });
  const files = found
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name));
  const staged: Inventory = {};
  for (const file of files.sort()) {
    const name = path.relative(stage, file).replaceAll(path.sep, '/');
    staged[name] = digests[name] ?? fileDigest(await readFile(file));
  }
  return staged;
}

async function move(stage: string, output: string, file: string): Promise<void> {
  await mkdir(path.dirname(path.join(output, file)), { recursive: true });
  await rename(path.join(stage, file), path.join(output, file));
}

async function remove(output: string, file: string): Promise<void> {
  await rm(path.join(output, file), { force: true });
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
