import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { z } from 'zod';

const owner = z.object({
  pid: z.int(),
  host: z.string(),
  /** When the process began, in the system's own count; null if the system does not say. */
  began: z.string().nullable().default(null),
  since: z.string(),
});
type Owner = z.infer<typeof owner>;

/** A lock that was got, or who has it. */
export type Locked = { release(): Promise<void> } | { owner: string };

/** Milliseconds without a sign of life after which a lock is taken over: its owner was killed. */
const stale = 10_000;

const lockPath = (folder: string): string => path.join(folder, '.lock');
const ownerPath = (folder: string): string => path.join(folder, '.owner.json');

/** Whether a name in a locked folder belongs to the lock, also one left by a run that was killed. */
export const isOfLock = (name: string): boolean => /^\.(?:lock|owner\.json(?:\.\d+)?)$/.test(name);

/**
 * Lock a folder for one writer. Who has it is in `.owner.json`: process, host and start.
 *
 * The lock of a dead process of this machine is taken over at once, also if another process has its number
 * today; any other after ten seconds without a sign of life. A writer that loses its lock (a sleeping
 * laptop) learns it by `onLost` and must stop.
 */
export async function lockFolder(
  folder: string,
  now: () => Date,
  onLost: () => void,
): Promise<Locked> {
  await mkdir(folder, { recursive: true });
  const release = await take(folder, onLost);
  if (!release) return { owner: wordsOf(await readOwner(ownerPath(folder))) };
  const own: Owner = {
    pid: process.pid,
    host: hostname(),
    began: beginOf(process.pid),
    since: now().toISOString(),
  };
  await writeFile(ownerPath(folder), JSON.stringify(own));
  return {
    async release() {
      await rm(ownerPath(folder), { force: true });
      await release();
    },
  };
}

/** Whether a process holds the lock of a folder now. */
export async function isLocked(folder: string): Promise<boolean> {
  const found = await readOwner(ownerPath(folder));
  return found !== null && !isDead(found);
}

/** The lock, or null if its owner lives. */
async function take(folder: string, onLost: () => void) {
  const found = await readOwner(ownerPath(folder));
  if (found && isDead(found)) {
    if (!(await clearDead(folder, found))) return null;
  } else if (found && isHere(found)) return null;
  const release = await tryLock(folder, onLost);
  if (release) return release;
  // An owner without a name has just taken the lock, or was killed before it could sign.
  for (let second = 0; second * 1000 <= stale; second += 1) {
    if (await readOwner(ownerPath(folder))) return null;
    await setTimeout(1000);
    const late = await tryLock(folder, onLost);
    if (late) return late;
  }
  return null;
}

async function tryLock(folder: string, onCompromised: () => void) {
  try {
    const lockfilePath = lockPath(folder);
    return await lock(folder, { lockfilePath, stale, update: stale / 4, onCompromised });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED') return null;
    throw cause;
  }
}

/** Remove the lock of a dead owner; false if another process does, because only one can rename. */
async function clearDead(folder: string, dead: Owner): Promise<boolean> {
  const file = ownerPath(folder);
  const claimed = `${file}.${process.pid}`;
  const isMine = await rename(file, claimed).then(
    () => true,
    () => false,
  );
  if (!isMine) return false;
  const found = await readOwner(claimed);
  if (found?.pid !== dead.pid || found.since !== dead.since) {
    // A living owner signed meanwhile: it gets its name back.
    await rename(claimed, file).catch(() => {});
    return false;
  }
  await rm(lockPath(folder), { recursive: true, force: true });
  await rm(claimed);
  return true;
}

const isHere = ({ host }: Owner): boolean => host === hostname();

/** Whether an owner was a process of this machine that has ended. */
function isDead(found: Owner): boolean {
  if (!isHere(found)) return false;
  return !runs(found.pid) || (found.began !== null && beginOf(found.pid) !== found.began);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
}

/** When a process began, in clock ticks since the machine started; null where Linux's /proc is missing. */
function beginOf(pid: number): string | null {
  try {
    // The name of the program, in brackets, may itself hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[19] ?? null;
  } catch {
    return null;
  }
}

async function readOwner(file: string): Promise<Owner | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const wordsOf = (it: Owner | null): string =>
  it ? `process ${it.pid} on ${it.host} (since ${it.since})` : 'another process';
