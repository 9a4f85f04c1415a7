import assert from 'node:assert/strict';
import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { claiming, SiteLocked, sweepStage } from '../../src/site/claim.ts';
import { lookAtSite } from '../../src/site/look-at-site.ts';
import { type Published, publish } from '../../src/site/publish.ts';
import { foldersBeside, stagesOf } from '../../src/site/site-folders.ts';
import { fileDigest } from '../../src/site/stage.ts';
import { filesOf } from './built.ts';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'lectern-publish-'));
  t.after(() => rm(made, { recursive: true, force: true }));
  return path.join(made, 'site');
}

async function put(root: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}

/** One build, as far as it concerns folders: `work` gets the stage and what publishes it. */
const building = <Result>(
  output: string,
  work: (stage: string, publishNow: () => Promise<Published>) => Promise<Result>,
): Promise<Result> =>
  claiming(foldersBeside(output), now, async ({ folders, openStage }) => {
    const found = await lookAtSite(folders);
    const folder = await openStage();
    return work(folder, () => publish({ folder, digests: {}, kept: [] }, folders, found));
  });

const now = () => new Date('2032-01-01T00:00:00Z');

/** One build of these files. */
async function build(output: string, files: Record<string, string>) {
  return building(output, async (stage, publishNow) => {
    await put(stage, files);
    return publishNow();
  });
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
  await assert.rejects(build(output, {}), /Cannot build into .* without its mark/);
  assert.deepEqual(await texts(output), { 'thesis.txt': 'years of work' });
});

test('a file where the folder should be is refused', async (t) => {
  const output = await folder(t);
  await rm(output, { recursive: true, force: true });
  await writeFile(output, 'a file');
  await assert.rejects(build(output, {}), /Expected a folder to build into/);
});

test('two builds at once: the second is refused, and the first ends well', async (t) => {
  const output = await folder(t);
  await building(output, async (stage, publishNow) => {
    await assert.rejects(build(output, { 'index.html': 'second' }), (fault) => {
      assert.ok(fault instanceof SiteLocked);
      assert.match(fault.message, /while process \d+ on .* builds there; try again/);
      return true;
    });
    await put(stage, { 'index.html': 'first' });
    await publishNow();
  });
  assert.deepEqual(await texts(output), { 'index.html': 'first' });
});

test('a build that was killed leaves the old site and no stage for the next run', async (t) => {
  const output = await folder(t);
  await build(output, { 'index.html': 'old' });
  const folders = foldersBeside(output);
  for (const stage of stagesOf(folders)) await put(stage, { 'index.html': 'half' });
  // No process has this id: the largest that Linux gives is 4194304.
  const dead = { pid: 99999999, host: hostname(), began: null, since: now().toISOString() };
  await put(folders.state, { '.owner.json': JSON.stringify(dead), '.lock/x': '' });
  assert.equal(await readFile(path.join(output, 'index.html'), 'utf8'), 'old');
  await sweepStage(folders, now);
  for (const stage of stagesOf(folders)) await assert.rejects(access(stage), { code: 'ENOENT' });
  await build(output, { 'index.html': 'new' });
  assert.deepEqual(await texts(output), { 'index.html': 'new' });
});

test('the stage of a build that runs is not swept', async (t) => {
  const output = await folder(t);
  await building(output, async (stage, publishNow) => {
    await put(stage, { 'index.html': 'new' });
    await sweepStage(foldersBeside(output), now);
    await publishNow();
  });
  assert.deepEqual(await texts(output), { 'index.html': 'new' });
});

test('publishing that is cut off between two files is finished by the next build', async (t) => {
  const output = await folder(t);
  await build(output, { 'index.html': 'old', 'gone/index.html': 'gone' });
  const cut = building(output, async (stage, publishNow) => {
    await put(stage, { 'assets/a.css': 'a', 'index.html': 'new' });
    // A folder with files cannot be replaced by a file, so the home page, which comes last, fails.
    await rm(path.join(output, 'index.html'));
    await put(output, { 'index.html/x': 'x' });
    await publishNow();
  });
  await assert.rejects(cut, /Cannot write the file .*index\.html while a folder of that name/);
  await rm(path.join(output, 'index.html'), { recursive: true });
  await build(output, { 'index.html': 'newer' });
  assert.deepEqual(await texts(output), { 'index.html': 'newer' });
});

test('what stands in the way of a page goes: a file, an empty folder, a link', async (t) => {
  const output = await folder(t);
  const site = { 'a/b/index.html': 'a', 'c/index.html': 'c', 'd/index.html': 'd' };
  await build(output, site);
  await rm(path.join(output, 'a'), { recursive: true });
  await writeFile(path.join(output, 'a'), '');
  await rm(path.join(output, 'c/index.html'));
  await mkdir(path.join(output, 'c/index.html'));
  await rm(path.join(output, 'd/index.html'));
  await symlink('/etc/hostname', path.join(output, 'd/index.html'));
  assert.deepEqual(await build(output, site), { written: 3, unchanged: 0, removed: 0 });
  assert.deepEqual(await texts(output), site);
});

test('if the list of files is lost, old pages go all the same, and files that may be others stay', async (t) => {
  const output = await folder(t);
  await build(output, { 'a/index.html': 'a', 'a/b/index.html': 'withheld', 'index.html': 'home' });
  await put(output, { CNAME: 'archive.example', '.well-known/acme': 'token' });
  await rm(foldersBeside(output).state, { recursive: true });
  await build(output, { 'a/index.html': 'a', '.well-known/x': 'x', 'index.html': 'home' });
  assert.deepEqual(Object.keys(await texts(output)), [
    '.well-known/acme',
    '.well-known/x',
    'CNAME',
    'a/index.html',
    'index.html',
  ]);
});

test('a list of files that cannot be read is not an empty one', async (t) => {
  const output = await folder(t);
  await build(output, { 'index.html': 'home' });
  const list = path.join(foldersBeside(output).state, 'files.json');
  await rm(list);
  await mkdir(list);
  await assert.rejects(build(output, { 'index.html': 'home' }), { code: 'EISDIR' });
});

test('a site of the first form is ours: its list is used, and its state leaves the site', async (t) => {
  const output = await folder(t);
  const list = { 'index.html': fileDigest('home'), 'old.html': fileDigest('old'), 'x.html': '' };
  await put(output, {
    'index.html': 'home',
    'old.html': 'old',
    '.lectern/files.json': JSON.stringify(list),
    '.lectern/pages.json': '{}',
    '.lectern/lock': '2',
    '.lectern/stage/big': 'half',
  });
  const published = await build(output, { 'index.html': 'home' });
  assert.deepEqual(published, { written: 0, unchanged: 1, removed: 2 });
  assert.deepEqual(await readdir(path.join(output, '.lectern')), ['mark']);
  assert.equal((await stat(path.join(output, '.lectern/mark'))).size, 0);
  assert.deepEqual(await texts(output), { 'index.html': 'home' });
});
