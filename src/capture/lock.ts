import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { z } from 'zod';

const owner = z.object({ pid: z.int(), host: z.string(), since: z.string() });

/** A lock that was got, or the sentence that says who has it. */
export type Locked = { release(): Promise<void> } | { taken: string };

/** Milliseconds without a sign of life after which a lock is taken over: its owner was killed. */
const stale = 10_000;

/**
 * Locks an archive's captures for one writer. The owner's process, host and start stand in
 * `captures/.owner.json`. The lock of a dead process of this machine is taken over at once, any other
 * after ten seconds without a sign of life; a writer that loses its lock (a sleeping laptop) is told
 * by `onLost` and must stop.
 */
export async function lockArchive(
  content: string,
  now: () => Date,
  onLost: () => void,
): Promise<Locked> {
  const folder = join(content, 'captures');
  const ownerFile = join(folder, '.owner.json');
  await mkdir(folder, { recursive: true });
  const release = (await tryLock(folder, onLost)) ?? (await takeOver(folder, ownerFile, onLost));
  if (!release) {
    const who = wordsOf(await readOwner(ownerFile));
    return { taken: `Cannot write captures while ${who} does; wait for its end` };
  }
  const since = now().toISOString();
  await writeFile(ownerFile, JSON.stringify({ pid: process.pid, host: hostname(), since }));
  return {
    async release() {
      await rm(ownerFile, { force: true });
      await release();
    },
  };
}

const lockPath = (folder: string): string => join(folder, '.lock');

/**
 * The lock in spite of its owner: of one that is dead at once; of one without a name, which has just
 * taken it or was killed before it could sign, once it goes stale. Null where the owner lives.
 */
async function takeOver(folder: string, ownerFile: string, onLost: () => void) {
  for (const second of Array.from({ length: stale / 1000 + 1 }, (_, at) => at)) {
    if (await readOwner(ownerFile)) break;
    if (second > 0) await setTimeout(1000);
    const release = await tryLock(folder, onLost);
    if (release) return release;
  }
  return (await clearDead(folder, ownerFile)) ? tryLock(folder, onLost) : null;
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

/** Removes the lock of a process of this machine that is gone; the rename lets only one remove it. */
async function clearDead(folder: string, ownerFile: string): Promise<boolean> {
  const found = await readOwner(ownerFile);
  if (found?.host !== hostname() || isAlive(found.pid)) return false;
  const claimed = `${ownerFile}.${process.pid}`;
  const isMine = await rename(ownerFile, claimed).then(
    () => true,
    () => false,
  );
  if (!isMine) return false;
  if ((await readOwner(claimed))?.pid !== found.pid) {
    // The living owner may have ended and swept it meanwhile.
    await rename(claimed, ownerFile).catch(() => {});
    return false;
  }
  await rm(lockPath(folder), { recursive: true, force: true });
  await rm(claimed);
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
}

async function readOwner(file: string): Promise<z.infer<typeof owner> | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const wordsOf = (it: z.infer<typeof owner> | null): string =>
  it ? `process ${it.pid} on ${it.host} (since ${it.since})` : 'another process';
