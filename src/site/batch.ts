import type { ExportFile } from '../export/export-file.ts';
import type { Digests } from './inventory.ts';
import type { Stage } from './stage.ts';

/** Files beside the pages that are made together, and only where their fingerprint is not the last build's. */
export interface Batch {
  /** Below the output folder, at least one; the first stands for the batch in the manifest. */
  paths: [string, ...string[]];
  print: string;
  /** The files of `paths`. */
  files(): Iterable<ExportFile>;
}

/** Stages every batch, or keeps its files where `before` has its fingerprint and they stand; path → fingerprint. */
export function stageBatches(batches: Iterable<Batch>, stage: Stage, before: Digests): Digests {
  const prints: Digests = {};
  for (const { paths, print, files } of batches) {
    prints[paths[0]] = print;
    if (before[paths[0]] === print && paths.every((path) => stage.stands(path))) {
      for (const path of paths) stage.keep(path);
    } else for (const { path, bytes } of files()) stage.put(path, bytes);
  }
  return prints;
}
