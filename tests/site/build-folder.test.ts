import assert from 'node:assert/strict';
import { mkdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { buildFolder } from '../../src/site/build-folder.ts';
import { siteFolders } from '../../src/site/site-folders.ts';
import { contentFolder, good } from '../archive/content.ts';
import { filesOf } from './built.ts';
import { withFolders } from './edits.ts';

const faulty = { ...good, 'people.yaml': '- id: nobody\n' };

test('a build sees by sizes and times alone that nothing changed, and says its problems again', async () => {
  const content = await contentFolder(faulty);
  await withFolders(async (output) => {
    const { anywhere, ...first } = await buildFolder(content, output);
    assert.ok(first.problems.length > 0, 'the faulty file is reported');
    assert.equal(anywhere, true);
    const again = await buildFolder(content, output);
    assert.deepEqual(again, {
      ...first,
      rendered: 0,
      written: 0,
      unchanged: first.written,
      removed: 0,
    });
  });
});

test('a build notices an edit that keeps size and time, a lost file, and a note that is damaged', async () => {
  const content = await contentFolder(good);
  const about = path.join(content, 'pages/about.md');
  await withFolders(async (output) => {
    await buildFolder(content, output);
    const { atime, mtime } = await stat(about);
    await writeFile(about, good['pages/about.md'].replace('# About', '# Aboot'));
    await utimes(about, atime, mtime);
    assert.equal((await buildFolder(content, output)).written > 0, true, 'the edit shows');
    assert.match(await readFile(path.join(output, 'about/index.html'), 'utf8'), /Aboot/);
    await rm(path.join(output, 'about/index.html'));
    assert.equal((await buildFolder(content, output)).rendered, 1);
    await writeFile(path.join(siteFolders(content, output).state, 'built.json'), '{');
    assert.equal((await buildFolder(content, output)).written, 0);
  });
});

/** Changes bytes of a page but not its size; with `isHidden` not its times either, as a failing disk may. */
async function alter(file: string, isHidden = false): Promise<void> {
  const { atime, mtime } = await stat(file);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('<!DOCTYPE', '<!d0ctype'));
  if (isHidden) await utimes(file, atime, mtime);
}

test('a build writes again what somebody deleted, emptied or altered in the site, and says so', async () => {
  const content = await contentFolder(good);
  await withFolders(async (output) => {
    const wanted = await buildFolder(content, output).then(() => filesOf(output));
    await rm(path.join(output, 'about/index.html'));
    await writeFile(path.join(output, 'index.html'), '');
    await alter(path.join(output, '404.html'));
    await rm(path.join(output, 'search'), { recursive: true });
    const built = await buildFolder(content, output);
    assert.deepEqual(await filesOf(output), wanted);
    assert.equal(built.written, built.mended.length);
    for (const file of ['404.html', 'about/index.html', 'index.html', 'search/directory.json'])
      assert.ok(built.mended.includes(file), file);
    assert.equal(built.mended.includes('topics/index.html'), false);
    assert.deepEqual((await buildFolder(content, output)).mended, []);
  });
});

test('with --full a build compares every file by its bytes', async () => {
  const content = await contentFolder(good);
  await withFolders(async (output) => {
    const wanted = await buildFolder(content, output).then(() => filesOf(output));
    const list = path.join(siteFolders(content, output).state, 'files.json');
    await alter(path.join(output, 'about/index.html'));
    // As if the disk had changed the bytes: the times are those that were noted.
    const { size, mtimeMs, ctimeMs } = await stat(path.join(output, 'about/index.html'));
    const files = JSON.parse(await readFile(list, 'utf8'));
    files['about/index.html'].splice(1, 3, size, mtimeMs, ctimeMs);
    await writeFile(list, JSON.stringify(files));
    assert.deepEqual((await buildFolder(content, output)).mended, []);
    const built = await buildFolder(content, output, { full: true });
    assert.deepEqual(built.mended, ['about/index.html']);
    assert.equal(built.written, 1);
    assert.deepEqual(await filesOf(output), wanted);
  });
});

test('a site that was copied with other times is not written again', async () => {
  const content = await contentFolder(good);
  await withFolders(async (output) => {
    const { written } = await buildFolder(content, output);
    await utimes(path.join(output, 'index.html'), 1, 1);
    const again = await buildFolder(content, output);
    assert.deepEqual([again.written, again.unchanged, again.mended], [0, written, []]);
  });
});

test('a theme, state or pack that cannot be read stops the build, and the site stays', async () => {
  const content = await contentFolder(good);
  await withFolders(async (output, theme) => {
    await buildFolder(content, output);
    const before = await filesOf(output);
    const { state } = siteFolders(content, output);
    // Stands for any fault of reading: a folder in the place of a file.
    const stopping = async (file: string, options = {}) => {
      await rm(file, { force: true });
      await mkdir(file, { recursive: true });
      await assert.rejects(buildFolder(content, output, options), { code: 'EISDIR' }, file);
      await rm(file, { recursive: true });
      assert.deepEqual((await filesOf(output)).get('index.html'), before.get('index.html'), file);
    };
    await stopping(path.join(output, 'data/datapackage.json'));
    await stopping(path.join(state, 'files.json'));
    await writeFile(theme, '');
    await assert.rejects(buildFolder(content, output, { theme }), { code: 'ENOTDIR' });
    await buildFolder(content, output);
    assert.deepEqual(await filesOf(output), before);
  });
});

test('a build that is stopped leaves the old site as it was', async () => {
  const content = await contentFolder(good);
  await withFolders(async (output) => {
    await buildFolder(content, output);
    const about = path.join(output, 'about/index.html');
    const before = await readFile(about, 'utf8');
    const page = path.join(content, 'pages/about.md');
    await writeFile(page, good['pages/about.md'].replace('# About', '# Aboot'));
    const signal = AbortSignal.abort();
    await assert.rejects(buildFolder(content, output, { signal }), { name: 'AbortError' });
    assert.equal(await readFile(about, 'utf8'), before);
    await buildFolder(content, output);
    assert.match(await readFile(about, 'utf8'), /Aboot/);
  });
});

test('a killed build leaves no note that could pass for a finished one', async () => {
  const content = await contentFolder(good);
  await withFolders(async (output) => {
    await buildFolder(content, output);
    // What a build leaves that is killed while it moves its files: the note gone, one file unsettled.
    const { state } = siteFolders(content, output);
    await rm(path.join(state, 'built.json'));
    const list = path.join(state, 'files.json');
    const files = JSON.parse(await readFile(list, 'utf8'));
    await writeFile(list, JSON.stringify({ ...files, 'index.html': ['', 0, 0, 0] }));
    await writeFile(path.join(output, 'index.html'), 'half');
    await buildFolder(content, output);
    assert.match(await readFile(path.join(output, 'index.html'), 'utf8'), /<!DOCTYPE html>/);
  });
});

test('a link to a folder of the same archive is read, and an edit behind it shows', async () => {
  const { 'topics/harbour.md': harbour, ...rest } = good;
  const content = await contentFolder({ ...rest, 'shared/topics/harbour.md': harbour });
  const shared = path.join(content, 'shared');
  await symlink(path.join(shared, 'topics'), path.join(content, 'topics'));
  await withFolders(async (output) => {
    await buildFolder(content, output);
    await writeFile(
      path.join(shared, 'topics/harbour.md'),
      harbour.replace('Ships', 'Fishing boats'),
    );
    await buildFolder(content, output);
    const page = await readFile(path.join(output, 'topics/harbour/index.html'), 'utf8');
    assert.match(page, /Fishing boats/);
  });
});
