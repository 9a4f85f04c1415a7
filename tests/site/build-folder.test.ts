import assert from 'node:assert/strict';
import { readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { buildFolder } from '../../src/site/build-folder.ts';
import { contentFolder, good } from '../archive/content.ts';
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
    await writeFile(path.join(output, '.lectern/built.json'), '{');
    assert.equal((await buildFolder(content, output)).written, 0);
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
    await rm(path.join(output, '.lectern/built.json'));
    const files = JSON.parse(await readFile(path.join(output, '.lectern/files.json'), 'utf8'));
    await writeFile(
      path.join(output, '.lectern/files.json'),
      JSON.stringify({ ...files, 'index.html': '' }),
    );
    await writeFile(path.join(output, 'index.html'), 'half');
    await buildFolder(content, output);
    assert.match(await readFile(path.join(output, 'index.html'), 'utf8'), /<!DOCTYPE html>/);
  });
});

test('a topics folder that is a link is read, and an edit behind it shows', async () => {
  const { 'topics/harbour.md': harbour, ...rest } = good;
  const content = await contentFolder(rest);
  const shared = await contentFolder({ 'topics/harbour.md': harbour });
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
