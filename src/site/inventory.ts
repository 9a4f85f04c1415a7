import { readdir, readFile } from 'node:fs/promises';
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
export async function readStanding(output: string): Promise<Inventory> {
  const [ours, found] = await Promise.all([
    readInventory(output),
    readdir(output, { recursive: true }).catch((): string[] => []),
  ]);
  const there = new Set(found.map((file) => file.replaceAll(path.sep, '/')));
  const whole = Object.entries(ours).filter(
    ([file, digest]) => digest !== unsettled && there.has(file),
  );
  return Object.fromEntries(whole);
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
