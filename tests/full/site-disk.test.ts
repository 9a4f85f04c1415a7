import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import test from 'node:test';
import { buildSite } from '../../src/site/build-site.ts';
import { foldersBeside, stagesOf } from '../../src/site/site-folders.ts';
import { onDiskOf, type Refusal } from '../site/broken-disk.ts';
import { filesOf } from '../site/built.ts';
import { edits, withFolders } from '../site/edits.ts';
import { fixtureArchive } from '../site/fixture-archive.ts';

/** Of the bytes that the build writes, what the disk takes; the last ones are notes for the next build. */
const disks: [refusal: Refusal, share: number][] = [
  ['EROFS', 0],
  ['ENOSPC', 0.2],
  ['ENOSPC', 0.6],
  ['ENOSPC', 0.9],
  ['ENOSPC', 0.999],
];

test('a disk that takes no more leaves each page old or new, and the next build ends the work', async () => {
  const start = fixtureArchive();
  const renamed = edits['an outlet renamed']?.(start) ?? start;
  await withFolders(async (growing, fresh) => {
    await buildSite(start, growing);
    const old = await filesOf(growing);
    await buildSite(start, fresh);
    const room = await onDiskOf(Infinity, 'ENOSPC', () => buildSite(renamed, fresh));
    const wanted = await filesOf(fresh);
    for (const [refusal, share] of disks) {
      const build = () => onDiskOf(share * room, refusal, () => buildSite(renamed, growing));
      await assert.rejects(build, { code: refusal }, `${share}`);
      const left = await filesOf(growing);
      const lost = [...old.keys()].filter((file) => wanted.has(file) && !left.has(file));
      assert.deepEqual(lost, [], `${refusal} at ${share}`);
      for (const [file, bytes] of left) {
        const whole = [old, wanted].some((site) => site.get(file)?.equals(bytes));
        assert.ok(whole, `${refusal} at ${share}: ${file}`);
      }
      for (const stage of stagesOf(foldersBeside(growing)))
        await assert.rejects(access(stage), { code: 'ENOENT' }, 'nothing half-made stays');
    }
    await buildSite(renamed, growing);
    const after = await filesOf(growing);
    assert.deepEqual([...after.keys()], [...wanted.keys()]);
    for (const [file, bytes] of wanted) assert.ok(after.get(file)?.equals(bytes), file);
  });
});
