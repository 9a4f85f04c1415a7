import path from 'node:path';
import { z } from 'zod';
import { markName, type SiteFolders } from './site-folders.ts';
import { codeOf, readState, writeState } from './state.ts';

/** Path below the output folder, or of a page → digest of its bytes or of what it is made from. */
const digests = z.record(z.string(), z.string());
export type Digests = z.infer<typeof digests>;

/** A published file: what its bytes are, and how it looked when that was certain. */
const published = z.tuple([
  z.string().describe('digest'),
  z.number().describe('size'),
  z.number().describe('modified, ms'),
  z.number().describe('changed, ms'),
]);
export type PublishedFile = z.infer<typeof published>;

/** Path below the output folder → the file that a build published there. */
const inventory = z.record(z.string(), published);
export type Inventory = z.infer<typeof inventory>;

/** In place of a file that a build was about to replace: if it was cut off, either bytes may be there. */
export const unsettled: PublishedFile = ['', 0, 0, 0];

/**
 * Every file that builds published. Null if that is not known: nothing was built yet, or the list is gone
 * or damaged. A list that cannot be read throws, for it is not an empty one.
 */
export async function readInventory(folders: SiteFolders): Promise<Inventory | null> {
  const known = await readState(folders, 'files.json', inventory);
  return known ?? (await inventoryOfOldSite(folders));
}

/** Replaces the list of files, whole or not at all. */
export const writeInventory = (folders: SiteFolders, files: Inventory): Promise<void> =>
  writeState(folders, 'files.json', files);

/** Until 0.1.0 the list lay in the site, with digests alone. */
async function inventoryOfOldSite({ output }: SiteFolders): Promise<Inventory | null> {
  const old = { output, state: path.join(output, markName) };
  const files = await readState(old, 'files.json', digests).catch((cause) => {
    // The mark may be a file.
    if (codeOf(cause) === 'ENOTDIR') return null;
    throw cause;
  });
  if (files === null) return null;
  return Object.fromEntries(
    Object.entries(files).map(([file, digest]) => [file, [digest, -1, 0, 0]]),
  );
}

/** Site path → fingerprint of what the page was made from; empty if it is not known. */
export const readPrints = async (folders: SiteFolders): Promise<Digests> =>
  (await readState(folders, 'pages.json', digests)) ?? {};
/** Replaces the fingerprints, whole or not at all. */
export const writePrints = (folders: SiteFolders, prints: Digests): Promise<void> =>
  writeState(folders, 'pages.json', prints);

/** First path of a batch of files beside the pages → fingerprint of what they were made from. */
export const readBatchPrints = async (folders: SiteFolders): Promise<Digests> =>
  (await readState(folders, 'batches.json', digests)) ?? {};
/** Replaces those fingerprints, whole or not at all. */
export const writeBatchPrints = (folders: SiteFolders, prints: Digests): Promise<void> =>
  writeState(folders, 'batches.json', prints);
