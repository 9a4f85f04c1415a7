import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { buildSite } from '../../src/site/build-site.ts';
import { foldersBeside } from '../../src/site/site-folders.ts';
import { day, growsAsBuilt, withFolders } from './edits.ts';
import { fixtureArchive } from './fixture-archive.ts';

test('a build that renders only what changed gives the bytes of a full one', async () => {
  // tests/full has every kind of edit.
  await growsAsBuilt(['a day in the middle', 'an outlet renamed']);
});

test('an unchanged archive renders nothing, a day more a few pages', async () => {
  await withFolders(async (growing) => {
    const first = await buildSite(fixtureArchive(), growing);
    assert.equal(first.rendered, first.pages);
    const again = await buildSite(fixtureArchive(), growing);
    assert.deepEqual(
      { rendered: again.rendered, written: again.written },
      { rendered: 0, written: 0 },
    );
    const more = await buildSite(fixtureArchive([day('2031-04-01')]), growing);
    assert.ok(more.rendered <= 30, `${more.rendered} pages`);
  });
});

test('a page that was deleted is made again, and so is one that a cut-off build may have replaced', async () => {
  await withFolders(async (growing) => {
    await buildSite(fixtureArchive(), growing);
    await rm(path.join(growing, 'topics/cod/index.html'));
    assert.equal((await buildSite(fixtureArchive(), growing)).rendered, 1);
    const list = path.join(foldersBeside(growing).state, 'files.json');
    await writeFile(list, '{"index.html":["",0,0,0]}');
    const repaired = await buildSite(fixtureArchive(), growing);
    assert.equal(repaired.rendered, repaired.pages);
  });
});
