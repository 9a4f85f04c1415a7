import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { buildFolder } from '../../src/site/build-folder.ts';
import { docSheets } from '../../src/site/docs.ts';
import { contentFolder, good } from '../archive/content.ts';
import { readFolder } from '../commands/folder.ts';
import { withFolders } from './edits.ts';

const docs = await docSheets();

test('the first page of the documentation leads to every other one', () => {
  const index = docs.find(({ path: at }) => at === '/docs/')?.markdown ?? '';
  const named = [...index.matchAll(/\]\(([a-z-]+)\.md\)/g)].map(([, name]) => `/docs/${name}/`);
  assert.deepEqual(
    named.sort(),
    docs.map(({ path: at }) => at).filter((at) => at !== '/docs/'),
  );
});

test('the documentation is a section of the site without a broken link, and can be left out', async () => {
  const content = await contentFolder(good);
  const without = await contentFolder({
    ...good,
    'site.yaml':
      'title: {zh-Hans: 卡尔德米尔, en: Caldmere}\ndescription: {zh-Hans: 一, en: One}\nlanguage: en\ncontact: null\ndocs: false\n',
  });
  await withFolders(async (output, other) => {
    await buildFolder(content, output);
    const broken: string[] = [];
    for (const { path: at, title } of docs) {
      const file = path.join(output, at, 'index.html');
      const page = (await readFolder(path.dirname(file))).get('index.html');
      const $ = load(String(page));
      assert.equal($('h1').text(), title);
      assert.equal($('article.doc h1').length, 1, at);
      for (const link of $('main a, nav a').toArray()) {
        const to = new URL($(link).attr('href') ?? '', `https://x.example${at}`);
        const target = path.join(output, decodeURIComponent(to.pathname));
        if (to.host === 'x.example' && !existsSync(target)) broken.push(`${at} → ${to.pathname}`);
      }
    }
    assert.deepEqual(broken, []);
    const { problems } = await buildFolder(without, other);
    assert.deepEqual(problems, []);
    assert.equal(existsSync(path.join(other, 'docs')), false);
  });
});
