import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { built } from './built.ts';
import { deadLinks } from './dead-links.ts';
import { fixtureArchive } from './fixture-archive.ts';
import { kindsSite } from './kinds.ts';

const site = await kindsSite();
after(() => site.remove());
const url = 'https://archive.caldmere.example/press/';

test('every link inside the site leads to a page and to a place on it', () => {
  assert.deepEqual(deadLinks(site.files, url), []);
});

test('outlets and speakers of slight exchanges alone have no page, and no link to one', async (context) => {
  const archive = fixtureArchive();
  for (const { children } of archive.transcripts) {
    for (const child of children) if (child.type === 'exchange') child.flags.push('slight');
  }
  const { files, remove } = await built(archive);
  context.after(remove);
  assert.ok(!files.has('outlets/tidewire/index.html'));
  assert.deepEqual(deadLinks(files, url), []);
});

test('a link to no page, no file and no place is noticed', () => {
  const files = new Map(
    Object.entries({
      'index.html':
        '<a href="a/">A</a> <a href="b/">B</a> <a href="a/#q1">1</a> <a href="a/?q=x#q2">2</a> &lt;a href="c/">',
      'a/index.html': `<p id="q1"><a href="${url}">Home</a><img src="../mark.svg"><a href="${url}d/">D</a></p>`,
      'sitemap.xml': `<loc>${url}a/</loc><loc>${url}e/</loc>`,
    }).map(([name, text]) => [name, Buffer.from(text)]),
  );
  assert.deepEqual(deadLinks(files, url), [
    'a/index.html → ../mark.svg',
    `a/index.html → ${url}d/`,
    'index.html → a/?q=x#q2',
    'index.html → b/',
    `sitemap.xml → ${url}e/`,
  ]);
});
