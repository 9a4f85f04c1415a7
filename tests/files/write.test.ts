import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { removeParts, writeAll, writeWhole } from '../../src/files/write.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-files-'));
after(() => rm(folder, { recursive: true }));

const root = path.resolve(import.meta.dirname, '../..');

/** Write in a process that may write files of so many blocks of 512 bytes; what it says of its fault. */
function writeWithin(blocks: number, files: Record<string, number>): string {
  const entries = Object.entries(files).map(([name, size]) => [path.join(folder, name), size]);
  const program = `
    import { writeAll } from './src/files/write.ts';
    process.on('SIGXFSZ', () => {});
    const files = ${JSON.stringify(entries)};
    await writeAll(new Map(files.map(([name, size]) => [name, 'n'.repeat(size)])))
      .catch(({ code, message }) => console.log(code, message));`;
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `ulimit -f ${blocks}; exec "$0" --import tsx --input-type=module -e "$1"`,
      process.execPath,
      program,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  return stdout;
}

test('a file has all of the bytes or those of before, however few the disk takes', async () => {
  const file = path.join(folder, 'limit/book');
  await writeWhole(file, 'o'.repeat(200_000));
  // A limit within the second kilobyte, where the system takes a part and says nothing.
  for (const blocks of [1, 3, 100, 390]) {
    const said = writeWithin(blocks, { 'limit/book': 200_001 });
    assert.match(
      said,
      /^EFBIG Cannot write \S+\/limit\/book: EFBIG.*; the file of before is untouched\n$/,
    );
    assert.deepEqual(await readdir(path.dirname(file)), ['book']);
    assert.equal(await readFile(file, 'utf8'), 'o'.repeat(200_000));
  }
});

test('one file that is too long keeps the others that were to be written with it from changing', async () => {
  await writeAll(new Map(['a', 'b'].map((name) => [path.join(folder, 'both', name), 'old'])));
  assert.match(writeWithin(4, { 'both/a': 100, 'both/b': 10_000 }), /^EFBIG /);
  assert.deepEqual(await readdir(path.join(folder, 'both')), ['a', 'b']);
  assert.equal(await readFile(path.join(folder, 'both/a'), 'utf8'), 'old');
});

test('a file that holds the bytes already is not touched', async () => {
  const file = path.join(folder, 'same');
  assert.equal(await writeWhole(file, 'words'), true);
  await utimes(file, 1, 1);
  assert.equal(await writeWhole(file, 'words'), false);
  assert.equal((await stat(file)).mtimeMs, 1000);
  assert.equal(await writeWhole(file, 'other'), true);
});

test('what a killed run left is removed, of this and of the first release, and nothing else', async () => {
  const left = ['a.json.123-4.part', 'b.jsonl.3145926535'];
  const kept = ['a.json', '2024-03-18.json', '2024.jsonl', 'x.warc.gz.part'];
  await mkdir(path.join(folder, 'left/deep'), { recursive: true });
  for (const name of [...left, ...kept]) await writeFile(path.join(folder, 'left/deep', name), '');
  await removeParts(path.join(folder, 'left'));
  await removeParts(path.join(folder, 'not-there'));
  assert.deepEqual((await readdir(path.join(folder, 'left/deep'))).sort(), kept.sort());
});
