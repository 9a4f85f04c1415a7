import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { type BuiltSite, built } from './built.ts';
import { fixtureArchive } from './fixture-archive.ts';
import { kinds } from './kinds.ts';
import { wordsInOrder } from './said.ts';

const archive = fixtureArchive();
let site: BuiltSite;
before(async () => {
  site = await built(archive);
});
after(() => site.remove());

test('no page holds a style, an event handler or an outside file, and each asset has its digest', () => {
  for (const [name, $] of site.pages) {
    assert.equal($('style,[style]').length, 0, name);
    for (const element of $('*').toArray()) {
      if (!('attribs' in element)) continue;
      for (const attribute of Object.keys(element.attribs))
        assert.ok(!attribute.startsWith('on'), name);
    }
    for (const element of $('script:not([type="application/ld+json"]),link[rel=stylesheet]')) {
      const file = (element.attribs.src ?? element.attribs.href ?? '').replace(
        /^(?:\.\.\/|\.\/|\/press\/)*/,
        '',
      );
      const bytes = site.files.get(file);
      assert.ok(bytes, `${name}: ${file}`);
      const digest = createHash('sha384').update(bytes).digest('base64');
      assert.equal(element.attribs.integrity, `sha384-${digest}`, name);
    }
  }
});

test('every run of the interface comes in both languages', () => {
  for (const [name, $] of site.pages) {
    const languages = $('.u')
      .toArray()
      .map((it) => it.attribs.lang);
    assert.equal(
      languages.filter((it) => it === 'en').length,
      languages.filter((it) => it === 'zh-Hans').length,
      name,
    );
    assert.ok(
      languages.every((it) => it === 'en' || it === 'zh-Hans'),
      name,
    );
  }
});

test('pages are light: 20 KB with their style, 8 KB beyond the words, 5 KB of scripts', () => {
  const size = (name: string) => gzipSync(site.files.get(name) ?? '').length;
  const assets = [...site.files.keys()].filter((name) => name.startsWith('assets/'));
  const style = assets
    .filter((name) => name.endsWith('.css'))
    .reduce((sum, name) => sum + size(name), 0);
  for (const name of site.pages.keys()) assert.ok(size(name) + style <= 20_000, name);
  for (const transcript of archive.transcripts) {
    const words = gzipSync(wordsInOrder(transcript).join('\n')).length;
    assert.ok(size(`${transcript.id}/index.html`) - words <= 8_000, transcript.id);
  }
  // search.js and later.js belong to the search page, whose weight bench/search.ts measures; quoting.js
  // is loaded when words are selected or a link that quotes is opened.
  const scripts = assets.filter((name) => /^assets\/(?!search|later|quoting).*\.js$/.test(name));
  const weight = scripts.reduce((sum, name) => sum + size(name), 0);
  assert.ok(weight <= 5_000, `${weight} bytes of scripts`);
});

test('a page of every kind is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  for (const path of Object.values(kinds)) {
    const name = path === kinds.missing ? '404.html' : `${path}index.html`;
    const { results } = await validator.validateString(String(site.files.get(name)));
    const faults = results.flatMap(({ messages }) =>
      messages.map((it) => `${it.line} ${it.ruleId}`),
    );
    assert.deepEqual(faults, [], name);
  }
});
