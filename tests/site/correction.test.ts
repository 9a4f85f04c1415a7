import assert from 'node:assert/strict';
import { test } from 'node:test';
import { built } from './built.ts';
import { fixtureArchive } from './fixture-archive.ts';

test('a record that a hand corrected says why, and of each block what was done', async () => {
  const { pages, remove } = await built(fixtureArchive());
  await remove();
  const page = (path: string) => {
    const found = pages.get(`${path}index.html`);
    assert.ok(found, `Expected the page ${path}`);
    return found;
  };
  for (const path of ['cal-en/2031-03-13/', 'cal-en/2031-03-13/1/']) {
    const $ = page(path);
    $('.u[lang="zh-Hans"]').remove();
    const told = $('.colophon dt').filter((_, it) => $(it).text() === 'Corrected by hand');
    assert.equal(told.length, 1, path);
    assert.deepEqual(told.next().text().trim().split('\n').filter(Boolean), [
      'The page lost a label & ran two blocks together.',
      '“It is kept” divided into 3 blocks',
      '“And if” read as a question, spoken by “Q”',
      '“Then I shall” joined to the block before',
    ]);
  }
  const other = page('cal-zh/2031-03-14/');
  assert.ok(!other('.colophon').text().includes('Corrected by hand'), 'Expected no correction');
});
