import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { buildSite } from '../../src/site/build-site.ts';
import { archiveOf, twoDays } from '../caldmere.ts';

test('the data page offers a pack once one stands beside the pages, and leaves it there', async (context) => {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-data-'));
  const folder = path.join(root, 'site');
  context.after(() => rm(root, { recursive: true }));
  const pageNow = async () => {
    await buildSite(archiveOf(twoDays()), folder);
    return load(await readFile(path.join(folder, 'data/index.html')));
  };
  const bare = await pageNow();
  assert.equal(bare('main a[href$="exchanges.jsonl"]').length, 0);
  assert.ok(bare('main a[href*="api/v1/schema/"]').length >= 12, 'the files of the API');

  const hash = `sha256:${'d'.repeat(64)}`;
  const resources = [
    { path: 'exchanges.jsonl', bytes: 1_234_567, hash },
    { path: 'parquet/turns/source=caldmere/year=2031/turns.parquet', bytes: 999, hash },
  ];
  await mkdir(path.join(folder, 'data'), { recursive: true });
  await writeFile(path.join(folder, 'data/exchanges.jsonl'), '');
  await writeFile(
    path.join(folder, 'data/datapackage.json'),
    JSON.stringify({ version: '2032-01-02+4', resources }),
  );
  const offering = await pageNow();
  const cells = offering('main tbody')
    .first()
    .find('td')
    .toArray()
    .map((it) => offering(it).text());
  assert.deepEqual(cells, ['exchanges.jsonl', '1.2 MB', 'd'.repeat(64)]);
  assert.match(offering('#pack + p').text(), /2032-01-02.*4/);
  assert.equal(await readFile(path.join(folder, 'data/exchanges.jsonl'), 'utf8'), '');
});
