import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { filesBelow } from './files-below.ts';

/** How a file looked when its bytes were digested; while size and times are these the bytes are the same. */
const stamp = z.tuple([
  z.number().describe('size'),
  z.number().describe('modified, ms'),
  z.number().describe('changed, ms'),
  z.string().describe('digest'),
]);

/** Path below a root, with `/` → stamp; in the order of paths. */
export const stamps = z.record(z.string(), stamp);
export type Stamps = z.infer<typeof stamps>;

/** What was known of the files, and when that was written down, ms of the same file system. */
export interface KnownStamps {
  stamps: Stamps;
  at: number;
}

/** A file changed so shortly before it was digested may have changed again within the same tick of the clock. */
const tick = 2000;

/**
 * Stamps of the files below a root, reading only those whose size or times are not the known ones.
 * Which files those are `filesBelow` says.
 */
export function stampsOf(
  root: string,
  { stamps: known, at }: KnownStamps,
  except: readonly string[] = [],
): Stamps {
  const found: Stamps = {};
  for (const file of filesBelow(root, except)) {
    const full = path.join(root, file);
    const { size, mtimeMs, ctimeMs } = statSync(full);
    const old = known[file];
    const same =
      old !== undefined &&
      old[0] === size &&
      old[1] === mtimeMs &&
      old[2] === ctimeMs &&
      Math.max(mtimeMs, ctimeMs) < at - tick;
    found[file] = same ? old : [size, mtimeMs, ctimeMs, digestOf(readFileSync(full))];
  }
  return found;
}

/** One digest of all paths and bytes, whatever the files' times. */
export function digestOfAll(found: Stamps): string {
  const hash = createHash('sha256');
  for (const [file, [, , , digest]] of Object.entries(found)) hash.update(`${file}\0${digest}\n`);
  return hash.digest('hex');
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url');
