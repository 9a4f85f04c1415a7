import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { claim } from '../../src/site/claim.ts';
import { publish } from '../../src/site/publish.ts';
import { filesOf } from './built.ts';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'lectern-publish-'));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function put(root: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}

/** One build of these files. */
async function build(output: string, files: Record<string, string>) {
  const { stage, release } = await claim(output);
  await put(stage, files);
  const published = await publish(stage, output);
  await release();
  return published;
}

const texts = async (output: string) =>
  Object.fromEntries([...(await filesOf(output))].map(([name, bytes]) => [name, String(bytes)]));

test('a build writes what changed and removes what it no longer makes', async (t) => {
  const output = await folder(t);
  await build(output, { 'index.html': 'home', 'a/index.html': 'a', 'b/index.html': 'b' });
  const { mtimeMs } = await stat(path.join(output, 'a/index.html'));
  const published = await build(output, { 'index.html': 'new', 'a/index.html': 'a' });
  assert.deepEqual(published, { written: 1, unchanged: 1, removed: 1 });
  assert.deepEqual(await texts(output), { 'a/index.html': 'a', 'index.html': 'new' });
  assert.equal((await stat(path.join(output, 'a/index.html'))).mtimeMs, mtimeMs);
});

test('files that are not ours stay, even in folders that go', async (t) => {
  const output = await folder(t);
  await build(output, { 'a/index.html': 'a', 'index.html': 'home' });
  await put(output, { CNAME: 'archive.example', 'a/mine.txt': 'mine' });
  await build(output, { 'index.html': 'home' });
  assert.deepEqual(await texts(output), {
    CNAME: 'archive.example',
    'a/mine.txt': 'mine',
    'index.html': 'home',
  });
});

test('a folder with files and without our mark is refused and left alone', async (t) => {
  const output = await folder(t);
  await put(output, { 'thesis.txt': 'years of work' });
  await assert.rejects(claim(output), /Cannot build into .* without its mark/);
  assert.deepEqual(await texts(output), { 'thesis.txt': 'years of work' });
});

test('a file where the folder should be is refused', async (t) => {
  const output = path.join(await folder(t), 'site');
  await writeFile(output, 'a file');
  await assert.rejects(claim(output), /Expected a folder to build into/);
});

test('two builds at once: the second is refused, and the first ends well', async (t) => {
  const output = await folder(t);
  const first = await claim(output);
  await assert.rejects(claim(output), /process \d+ builds there/);
  await put(first.stage, { 'index.html': 'first' });
  await publish(first.stage, output);
  await first.release();
  assert.deepEqual(await texts(output), { 'index.html': 'first' });
});

test('a build that was killed leaves the old site, and the next one goes through', async (t) => {
  const output = await folder(t);
  await build(output, { 'index.html': 'old' });
  const killed = await claim(output);
  await put(killed.stage, { 'index.html': 'half' });
  // No process has this id: the largest that Linux gives is 4194304.
  await writeFile(path.join(output, '.lectern/lock'), '99999999');
  assert.equal(await readFile(path.join(output, 'index.html'), 'utf8'), 'old');
  await build(output, { 'index.html': 'new' });
  assert.deepEqual(await texts(output), { 'index.html': 'new' });
});

test('publishing that is cut off between two files is finished by the next build', async (t) => {
  const output = await folder(t);
  await build(output, { 'index.html': 'old', 'gone/index.html': 'gone' });
  const { stage } = await claim(output);
  await put(stage, { 'assets/a.css': 'a', 'index.html': 'new' });
  // A folder cannot be replaced by a file, so the home page, which comes last, fails.
  await rm(path.join(output, 'index.html'));
  await put(output, { 'index.html/x': 'x' });
  await assert.rejects(publish(stage, output));
  await rm(path.join(output, 'index.html'), { recursive: true });
  await rm(path.join(output, '.lectern/lock'));
  await build(output, { 'index.html': 'newer' });
  assert.deepEqual(await texts(output), { 'index.html': 'newer' });
});
