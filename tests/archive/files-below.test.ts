import assert from 'node:assert/strict';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { filesBelow } from '../../src/archive/files-below.ts';
import { contentFolder } from './content.ts';

test('files are listed through links, once, without circles and dead ends', async () => {
  const root = await contentFolder({ 'b/one.md': '1', 'a.md': '2', '.hidden/x.md': '3' });
  const elsewhere = await contentFolder({ 'deep/two.md': '4', 'three.md': '5' });
  await symlink(elsewhere, path.join(root, 'linked'));
  await symlink(path.join(elsewhere, 'three.md'), path.join(root, 'b/three.md'));
  await symlink(root, path.join(root, 'b/circle'));
  await symlink('self', path.join(root, 'self'));
  await symlink('nowhere', path.join(root, 'dead.md'));
  await mkdir(path.join(root, 'captures'));
  await writeFile(path.join(root, 'captures/big'), '');
  assert.deepEqual(filesBelow(root, ['captures']), [
    'a.md',
    'b/one.md',
    'b/three.md',
    'linked/deep/two.md',
    'linked/three.md',
  ]);
  await rm(root, { recursive: true });
  assert.deepEqual(filesBelow(root), []);
});
