import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockFolder } from '../files/lock.ts';
import { markName, type SiteFolders, stagesOf } from './site-folders.ts';
import { codeOf } from './state.ts';

/** The folders of a site while this process alone may build there. */
export interface Claim {
  folders: SiteFolders;
  /** Aborted if another process took over the lock. */
  lost: AbortSignal;
  /** Makes an empty folder on the output's file system, and marks the output as ours. */
  openStage(): Promise<string>;
}

/** Another process builds the same site. */
export class SiteLocked extends Error {}

/**
 * Runs `build` while nobody else may build there, after removing what a killed build left; then removes the
 * stage. An output that is neither empty nor marked is refused. Throws `SiteLocked` if another build runs.
 */
export async function claiming<Result>(
  folders: SiteFolders,
  now: () => Date,
  build: (claim: Claim) => Promise<Result>,
): Promise<Result> {
  await refuseForeign(folders.output);
  const lost = new AbortController();
  const locked = await lockFolder(folders.state, now, () => lost.abort());
  if ('owner' in locked) {
    throw new SiteLocked(
      `Cannot build into ${folders.output} while ${locked.owner} builds there; try again when it has ended`,
    );
  }
  try {
    await removeStages(folders);
    await clearMark(folders.output, ['mark', oldList]);
    const openStage = () => openStageOf(folders);
    const result = await build({ folders, lost: lost.signal, openStage });
    await clearMark(folders.output, ['mark']);
    return result;
  } finally {
    await removeStages(folders);
    await locked.release().catch(() => {});
  }
}

/** Removes the stage of a build that was killed; one of a build that runs stays. */
export async function sweepStage(folders: SiteFolders, now: () => Date): Promise<void> {
  const left = await Promise.all(stagesOf(folders).map(isThere));
  if (!left.includes(true)) return;
  const locked = await lockFolder(folders.state, now, () => {});
  if ('owner' in locked) return;
  await removeStages(folders).finally(locked.release);
}

/** The list of files where the first form of a site had it. */
const oldList = 'files.json';

async function refuseForeign(output: string): Promise<void> {
  const names = await namesIn(output);
  if (names.length === 0 || names.includes(markName)) return;
  throw new Error(
    `Cannot build into ${output} without its mark \`${markName}\`: it holds files that Lectern did not write; give an empty folder with --output`,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw new Error(`Expected a folder to build into, got \`${folder}\` (${codeOf(cause)})`, {
      cause,
    });
  }
}

async function openStageOf(folders: SiteFolders): Promise<string> {
  const mark = path.join(folders.output, markName);
  await mkdir(mark, { recursive: true });
  const faults: unknown[] = [];
  for (const stage of stagesOf(folders)) {
    try {
      await mkdir(stage, { recursive: true });
      await writeFile(path.join(stage, 'mark'), '');
      // If the mark can be moved into the output, every file can.
      await rename(path.join(stage, 'mark'), path.join(mark, 'mark'));
      return stage;
    } catch (cause) {
      await rm(stage, { recursive: true, force: true });
      if (!elsewhere.has(codeOf(cause) ?? '')) throw cause;
      faults.push(cause);
    }
  }
  throw faults.at(-1);
}

/** What a place answers that is on another file system or may not be written to. */
const elsewhere = new Set(['EXDEV', 'EACCES', 'EPERM', 'EROFS']);

async function removeStages(folders: SiteFolders): Promise<void> {
  for (const stage of stagesOf(folders)) await rm(stage, { recursive: true, force: true });
}

/** Removes what lies in the mark but for `kept`: state that the first form of a site had there. */
async function clearMark(output: string, kept: string[]): Promise<void> {
  const mark = path.join(output, markName);
  const names = await readdir(mark).catch((cause) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')) return [];
    throw cause;
  });
  for (const name of names.filter((one) => !kept.includes(one)))
    await rm(path.join(mark, name), { recursive: true, force: true });
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
