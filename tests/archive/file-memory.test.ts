import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { FileMemory } from '../../src/archive/file-memory.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-memory-'));
after(() => rm(folder, { recursive: true, force: true }));
const file = path.join(folder, 'a.yaml');
const later = () => Date.now() + 60_000;

/** Recalls the file; what came, what was told, and whether it was read. */
async function recalled(memory: FileMemory<string>) {
  const told: string[] = [];
  let read = false;
  const value = await memory.recall(
    file,
    ({ reason }) => void told.push(reason),
    async (tell) => {
      read = true;
      tell({ file: 'a.yaml', line: 1, column: 1, reason: 'odd' });
      return 'the value';
    },
  );
  return { value, told, read };
}

test('a file is read once and its problems are told each time', async () => {
  await writeFile(file, 'a');
  const memory = new FileMemory<string>(later);
  assert.deepEqual(await recalled(memory), { value: 'the value', told: ['odd'], read: true });
  assert.deepEqual(await recalled(memory), { value: 'the value', told: ['odd'], read: false });
});

test('another size, another time, no file: it is read again', async () => {
  const memory = new FileMemory<string>(later);
  await recalled(memory);
  await writeFile(file, 'longer');
  assert.ok((await recalled(memory)).read, 'another size');
  await utimes(file, 1, 1);
  assert.ok((await recalled(memory)).read, 'another time');
  assert.equal((await recalled(memory)).read, false);
  await rm(file);
  assert.ok((await recalled(memory)).read, 'no file');
  assert.ok((await recalled(memory)).read, 'still no file');
});

test('a file that changed just now is not trusted to stay', async () => {
  await writeFile(file, 'a');
  const memory = new FileMemory<string>();
  await recalled(memory);
  assert.ok((await recalled(memory)).read, 'Expected it to be read again');
});
