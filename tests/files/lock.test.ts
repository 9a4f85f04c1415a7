import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { isLocked, lockFolder } from '../../src/files/lock.ts';

const room = await mkdtemp(path.join(tmpdir(), 'lectern-lock-'));
after(() => rm(room, { recursive: true }));

const now = () => new Date('2031-05-06T10:00:00Z');
const newFolder = () => mkdtemp(path.join(room, 'folder-'));

/** A lock that its owner left, with a sign of life as old as that. */
async function leaveLock(folder: string, owner: object, seconds: number): Promise<void> {
  await mkdir(path.join(folder, '.lock'));
  const since = '2031-05-06T09:00:00Z';
  const text = JSON.stringify({ host: hostname(), since, ...owner });
  await writeFile(path.join(folder, '.owner.json'), text);
  const time = new Date(Date.now() - seconds * 1000);
  await utimes(path.join(folder, '.lock'), time, time);
}

test('one has it; the other learns who', async () => {
  const folder = await newFolder();
  const first = await lockFolder(folder, now, assert.fail);
  assert.ok('release' in first);
  assert.equal(await isLocked(folder), true);
  assert.deepEqual(await lockFolder(folder, now, assert.fail), {
    owner: `process ${process.pid} on ${hostname()} (since 2031-05-06T10:00:00.000Z)`,
  });
  await first.release();
  assert.equal(await isLocked(folder), false);
  assert.deepEqual(await readdir(folder), []);
});

test('the lock of a process that has ended is taken over at once', async () => {
  const folder = await newFolder();
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await leaveLock(folder, { pid: child.pid }, 0);
  const locked = await lockFolder(folder, now, assert.fail);
  assert.ok('release' in locked);
  await locked.release();
});

test('so is that of a killed container, whose number another process has today', async () => {
  const folder = await newFolder();
  await leaveLock(folder, { pid: process.pid, began: '1' }, 0);
  assert.equal(await isLocked(folder), false);
  const locked = await lockFolder(folder, now, assert.fail);
  assert.ok('release' in locked);
  await locked.release();
});

test('a process of this machine keeps it however long it gives no sign of life', async () => {
  const folder = await newFolder();
  await leaveLock(folder, { pid: process.pid }, 3600);
  assert.ok('owner' in (await lockFolder(folder, now, assert.fail)));
});

test('that of another machine is taken over without a sign of life, and not before', async () => {
  const folder = await newFolder();
  await leaveLock(folder, { pid: 1, host: 'elsewhere' }, 5);
  assert.match(
    JSON.stringify(await lockFolder(folder, now, assert.fail)),
    /process 1 on elsewhere/,
  );
  await utimes(path.join(folder, '.lock'), 1, 1);
  const locked = await lockFolder(folder, now, assert.fail);
  assert.ok('release' in locked);
  assert.equal(
    JSON.parse(await readFile(path.join(folder, '.owner.json'), 'utf8')).pid,
    process.pid,
  );
  await locked.release();
});
