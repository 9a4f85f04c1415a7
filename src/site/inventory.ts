import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { markName } from './claim.ts';

/** Names → digests, as the last build left them. */
const inventory = z.record(z.string(), z.string());
export type Inventory = z.infer<typeof inventory>;

/** In place of a digest: a file that a build was about to replace; if it was cut off, either bytes may be there. */
export const unsettled = '';

const fileOf = (output: string, name: string): string => path.join(output, markName, name);

async function read(output: string, name: string): Promise<Inventory> {
  try {
    return inventory.parse(JSON.parse(await readFile(fileOf(output, name), 'utf8')));
  } catch {
    // None yet, or damaged: everything is made anew.
    return {};
  }
}

const write = (output: string, name: string, what: Inventory): Promise<void> =>
  writeFileAtomic(fileOf(output, name), JSON.stringify(what));

/** Path below the output folder → digest of its bytes: every file that is ours. */
export const readInventory = (output: string) => read(output, 'files.json');
/** Replaces the list of files, whole or not at all. */
export const writeInventory = (output: string, files: Inventory) =>
  write(output, 'files.json', files);

/** Those files of ours that are there and that no cut-off build was about to replace. */
export function standingOf(output: string, ours: Inventory): Inventory {
  const folders = new Map<string, Set<string>>();
  const isThere = (file: string): boolean => {
    const at = file.lastIndexOf('/');
    const folder = file.slice(0, at + 1);
    const names = folders.get(folder) ?? namesIn(path.join(output, folder));
    folders.set(folder, names);
    return names.has(file.slice(at + 1));
  };
  const whole = Object.entries(ours).filter(
    ([file, digest]) => digest !== unsettled && isThere(file),
  );
  return Object.fromEntries(whole);
}

/** Folder by folder, because a recursive reading asks of every name whether it is a folder. */
function namesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

/** Site path → fingerprint of what the page was made from. */
export const readPrints = (output: string) => read(output, 'pages.json');
/** Replaces the fingerprints, whole or not at all. */
export const writePrints = (output: string, prints: Inventory) =>
  write(output, 'pages.json', prints);

/** First path of a batch of files beside the pages → fingerprint of what they were made from. */
export const readBatchPrints = (output: string) => read(output, 'batches.json');
/** Replaces those fingerprints, whole or not at all. */
export const writeBatchPrints = (output: string, prints: Inventory) =>
  write(output, 'batches.json', prints);
