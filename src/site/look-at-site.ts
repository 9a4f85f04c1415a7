import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Inventory, type PublishedFile, readInventory, unsettled } from './inventory.ts';
import { markName, type SiteFolders } from './site-folders.ts';
import { fileDigest } from './stage.ts';
import { absent, codeOf } from './state.ts';

/** How a site is found before it is built again. */
export interface Found {
  /** All that builds published; null if that is not known. */
  known: Inventory | null;
  /** Those files that have the bytes they should have, as they look now. */
  sound: Inventory;
  /** Whether all of them do. */
  isWhole: boolean;
  /** Whether some of them have other times than noted. */
  isTouched: boolean;
  /** Those that are gone or have other bytes, though no build was about to replace them; sorted. */
  altered: string[];
}

/**
 * Compares every published file with what was noted of it: size and times, and where those differ its
 * bytes; with `digests` always its bytes.
 */
export async function lookAtSite(folders: SiteFolders, digests = false): Promise<Found> {
  // An output that is new, or that somebody emptied, has nothing to mend.
  const isOurs = (await stat(path.join(folders.output, markName)).catch(absent)) !== null;
  const known = isOurs ? await readInventory(folders) : null;
  const sound: Inventory = {};
  const altered: string[] = [];
  let isTouched = false;
  for (const [file, noted] of Object.entries(known ?? {})) {
    if (noted[0] === unsettled[0]) continue;
    const now = lookAt(path.join(folders.output, file), noted, digests);
    if (now) sound[file] = now;
    else altered.push(file);
    isTouched ||= now !== null && now !== noted;
  }
  const isWhole = known !== null && Object.keys(sound).length === Object.keys(known).length;
  return { known, sound, isWhole, isTouched, altered: altered.sort() };
}

/** The file as it is now if it has the bytes that were noted, else null. */
function lookAt(file: string, noted: PublishedFile, digests: boolean): PublishedFile | null {
  const found = statOf(file);
  if (!found?.isFile()) return null;
  const [digest, size, modified, changed] = noted;
  const isOfSize = found.size === size || size === unknownSize;
  if (!isOfSize) return null;
  const isUntouched = found.mtimeMs === modified && found.ctimeMs === changed;
  if (isUntouched && !digests) return noted;
  if (digestOf(file) !== digest) return null;
  return isUntouched ? noted : noteOf(digest, found);
}

/** Noted by the first form of the list, which had digests alone. */
const unknownSize = -1;

const noteOf = (digest: string, { size, mtimeMs, ctimeMs }: Stats): PublishedFile => [
  digest,
  size,
  mtimeMs,
  ctimeMs,
];

/** What to note of a file that was just published. */
export const publishedFile = (output: string, file: string, digest: string): PublishedFile =>
  noteOf(digest, lstatSync(path.join(output, file)));

/** What a file that is not as it should be answers; any other fault is not the file's. */
const faulty = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'EACCES', 'EIO']);

function statOf(file: string): Stats | null {
  return unlessFaulty(() => lstatSync(file, { throwIfNoEntry: false }) ?? null);
}

const digestOf = (file: string): string | null =>
  unlessFaulty(() => fileDigest(readFileSync(file)));

function unlessFaulty<Result>(look: () => Result): Result | null {
  try {
    return look();
  } catch (cause) {
    if (faulty.has(codeOf(cause) ?? '')) return null;
    throw cause;
  }
}

/**
 * Every file below those folders of the output that the site uses, if nobody knows which of them builds
 * published: such folders are the site's own. Files at the top, such as `CNAME`, and folders that begin with
 * a dot may be anybody's.
 */
export async function filesInFoldersOf(output: string, used: Iterable<string>): Promise<string[]> {
  const folders = new Set([...used].flatMap((file) => file.split('/').slice(0, -1)[0] ?? []));
  const found: string[] = [];
  for (const folder of folders) {
    if (folder.startsWith('.')) continue;
    const root = path.join(output, folder);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause) => {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')) return [];
      throw cause;
    });
    for (const entry of entries) {
      if (entry.isDirectory()) continue;
      const file = path.relative(output, path.join(entry.parentPath, entry.name));
      found.push(file.replaceAll(path.sep, '/'));
    }
  }
  return found;
}
