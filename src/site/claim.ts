import { access, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** The folder inside an output folder that marks it as ours and holds what a build needs to know of the last one. */
export const markName = '.lectern';

/** An output folder that is ours until `release`. */
export interface Claim {
  /** Where a build writes before anything is replaced; empty. */
  stage: string;
  release(): Promise<void>;
}

/**
 * Makes sure that nothing foreign is replaced and that nobody else builds there.
 * A folder that is neither empty nor marked is refused; one that does not exist is made.
 */
export async function claim(output: string): Promise<Claim> {
  const mark = path.join(output, markName);
  const names = await namesIn(output);
  if (names.length > 0 && !names.includes(markName)) {
    throw new Error(
      `Cannot build into ${output} without its mark \`${markName}\`: it holds files that Lectern did not write; give an empty folder with --output`,
    );
  }
  await mkdir(mark, { recursive: true });
  const lock = lockOf(output);
  await takeLock(lock, output);
  const stage = path.join(mark, 'stage');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage);
  return {
    stage,
    async release() {
      await rm(stage, { recursive: true, force: true });
      await rm(lock, { force: true });
    },
  };
}

const lockOf = (output: string): string => path.join(output, markName, 'lock');

/** Whether somebody builds in a folder now, or was killed there. */
export const isClaimed = (output: string): Promise<boolean> =>
  access(lockOf(output)).then(
    () => true,
    () => false,
  );

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

async function takeLock(lock: string, output: string): Promise<void> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
    const holder = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (runs(holder)) {
      throw new Error(
        `Cannot build into ${output} without its lock: process ${holder} builds there; wait for it or end it`,
        { cause },
      );
    }
    // A build that was killed left its lock behind.
    await rm(lock, { force: true });
    await takeLock(lock, output);
  }
}

function runs(process_: number): boolean {
  if (!(process_ > 0)) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** The code of a system error, such as ENOENT. */
export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
