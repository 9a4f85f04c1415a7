import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { buildSite } from '../../src/site/build-site.ts';
import { widthOf } from '../../src/site/cut.ts';
import { linesOf } from '../../src/site/lines-of.ts';
import { drawsChinese } from '../../src/site/social-images.ts';
import { built } from './built.ts';
import { fixtureArchive } from './fixture-archive.ts';

test('a title is broken between words, and no letter of it is lost', () => {
  assert.deepEqual(linesOf('Written answer on the third lighthouse', 20, 4), [
    'Written answer on',
    'the third lighthouse',
  ]);
  const text = fc.string({ unit: fc.constantFrom(...'灯塔公告，。《》 abcdefg12-') });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 40 }), (title, width) => {
      const lines = linesOf(title, width, 1000);
      assert.equal(lines.join('').replace(/\s/g, ''), title.replace(/\s/g, ''));
      for (const line of lines) assert.ok(widthOf(line.replace(/[\p{P}\s]+$/u, '')) <= width, line);
    }),
  );
});

test('what needs too many lines ends in an ellipsis', () => {
  assert.deepEqual(linesOf('港口费调整，灯塔日安排', 12, 1), ['港口费调整…']);
});

test('a machine whose faces have no Chinese is told from one that can draw it', async () => {
  assert.equal(await drawsChinese({ loadSystemFonts: false }), false);
  assert.equal(await drawsChinese(), true, 'fonts-noto-cjk is here');
});

test('a transcript gets a picture for those who link to it where site.yaml asks, and keeps it', async (t) => {
  const whole = fixtureArchive();
  const transcripts = whole.transcripts.filter(({ id }) => id === 'cal-zh/2031-03-14');
  const archive = { ...whole, transcripts, site: { ...whole.site, social_images: true } };
  const site = await built(archive);
  t.after(site.remove);
  const [name, bytes] = [...site.files].find(([file]) => file.startsWith('social/')) ?? [];
  assert.ok(name && bytes, 'no picture');
  const { width, height } = PNG.sync.read(bytes);
  assert.deepEqual([width, height], [1200, 630]);
  for (const page of ['cal-zh/2031-03-14/', 'cal-zh/2031-03-14/2/']) {
    const image = site.pages
      .get(`${page}index.html`)?.('meta[property="og:image"]')
      .attr('content');
    assert.equal(image, `${archive.site.url}${name}`);
  }
  const file = path.join(site.folder, name);
  const { mtimeMs } = await stat(file);
  await buildSite(archive, site.folder);
  assert.equal((await stat(file)).mtimeMs, mtimeMs);
});
