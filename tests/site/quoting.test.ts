import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { quotable } from '../../src/model/quotable.ts';
import type { Exchange, Turn } from '../../src/model/transcript.ts';
import { quote } from '../../src/site/quote.ts';
import { fragmentOf } from '../../src/site/quote-link.ts';
import { built } from './built.ts';
import { editionArchive } from './edition-archive.ts';
import { served } from './served.ts';
import { shown, visit } from './visit.ts';

/** The ferry's exchange: today's words, and those of the version before. */
const archive = editionArchive();
const record = archive.transcripts.find(({ id }) => id === 'cal-zh/2031-05-06');
const ferry = record?.children.find((child): child is Exchange => child.type === 'exchange');
assert.ok(record && ferry);
const today = quotable(ferry);
const earlier = today.replace('4月12日', '4月10日');
const opening = (value: string): Turn => ({
  type: 'turn',
  kind: 'statement',
  label: '林远',
  speaker: '林远',
  outlet: null,
  children: [{ type: 'paragraph', value }],
});
const said = { before: '各位好。港务局明天开放新码头。', after: '各位好。港务局下周开放新码头。' };
record.children.unshift(opening(said.after));
const children = record.children.map((child) =>
  child.type === 'turn'
    ? opening(said.before)
    : child === ferry
      ? {
          ...ferry,
          children: ferry.children.map((turn) =>
            JSON.parse(JSON.stringify(turn).replace('4月12日', '4月10日')),
          ),
        }
      : child,
);
const outside = quotable({ children: children.filter((child) => child.type !== 'exchange') });
const [v1, v2] = ['d'.repeat(64), 'e'.repeat(64)];
record.versions = [
  { id: 'v1', digest: v1, captures: ['a'.repeat(64)] },
  { id: 'v2', digest: v2, captures: ['c'.repeat(64)] },
];
const seen = (day: string) => ({ first: `${day}T10:00:00Z`, last: `${day}T10:00:00Z` });
archive.versions.set(record.id, {
  schemaVersion: 1,
  id: record.id,
  versions: [
    { id: 'v1', digest: v1, ...seen('2031-05-06'), children },
    { id: 'v2', digest: v2, ...seen('2031-05-08'), children: record.children },
  ],
});

const site = await built(archive);
const { server, browser } = await served(site);

const page = 'cal-zh/2031-05-06/1/';
const linkTo = (text: string, words: string, version: string): string => {
  const start = text.indexOf(words);
  const it = quote(text, start, start + words.length, version);
  assert.ok(it, words);
  return fragmentOf(it);
};

test('opened, a link marks its words, says where they were, or that they are not to be found', async () => {
  const address = server.address + page;
  const opened = await visit(browser, address + linkTo(today, '替代船只，每天', v2), {}, 'en');
  const { page: tab } = opened;
  const marked = () => tab.locator('.turn mark').allInnerTexts();
  await tab.locator('.turn mark').first().waitFor();
  assert.deepEqual(await marked(), ['替代船只，每天']);
  assert.equal(await tab.locator('.quoted').count(), 0);

  const open = async (fragment: string) => {
    await tab.goto(`${server.address}about/`);
    await tab.goto(address + fragment);
    await tab.waitForSelector('html[data-quote]');
    return [await tab.locator('html').getAttribute('data-quote'), await marked()];
  };
  assert.deepEqual(await open(linkTo(earlier, '预计4月10日恢复', v1)), ['earlier', []]);
  assert.match(await shown(tab, '.quoted'), /seen on 2031-05-06 \(v1\)/);
  assert.equal(await tab.locator('.quoted mark').textContent(), '预计4月10日恢复');
  const link = await tab.locator('.quoted a').getAttribute('href');
  assert.match(link ?? '', /changed\/cal-zh\/2031-05-06\//);
  assert.deepEqual(await open(linkTo(earlier, '渡轮停航3天', v1)), ['here', ['渡轮停航3天']]);
  assert.deepEqual(await open('#quote=nowhere&before=&after=&version=eeeeeeeeeeee'), ['lost', []]);
  assert.deepEqual(await open('#quote=%E3%80%82&before=x&after=y&version=eeeeeeeeeeee'), [
    'ambiguous',
    [],
  ]);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('words of an opening statement are quoted too, by the page of the transcript', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const address = `${server.address}cal-zh/2031-05-06/`;
  const opened = await visit(browser, address, { permissions }, 'en');
  const { page: tab } = opened;
  const loaded = `[...document.querySelectorAll('link[rel=modulepreload]')].length`;
  assert.equal(await tab.evaluate(loaded), 0);
  await tab.evaluate(`{
    const words = document.querySelector('.statement p').firstChild;
    getSelection().setBaseAndExtent(words, 4, words, 9);
  }`);
  await tab.locator('.quoting button').first().click();
  await tab.waitForFunction(`document.getElementById('copied')?.textContent`);
  const link = new URL(String(await tab.evaluate('navigator.clipboard.readText()')));
  assert.match(link.pathname, /\/cal-zh\/2031-05-06\/$/);
  const open = async (hash: string) => {
    await tab.goto(`${server.address}about/`);
    await tab.goto(address + hash);
    await tab.waitForSelector('html[data-quote]');
    return [
      await tab.locator('html').getAttribute('data-quote'),
      await tab.locator('mark').allInnerTexts(),
    ];
  };
  assert.deepEqual(await open(link.hash), ['here', ['港务局下周']]);
  assert.deepEqual(await open(linkTo(outside, '明天', v1)), ['earlier', ['明天']]);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('selected words get a link that leads back to them, by mouse, key and touch', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  for (const phone of [false, true]) {
    const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 900 };
    const opened = await visit(
      browser,
      server.address + page,
      { permissions, viewport, hasTouch: phone },
      'zh-Hans',
    );
    const { page: tab } = opened;
    await tab.evaluate(`{
      const [question, answer] = document.querySelectorAll('.turn p');
      getSelection().setBaseAndExtent(question.lastChild, 4, answer.lastChild, 4);
    }`);
    await tab.locator('.quoting button').first().waitFor();
    if (phone) await tab.locator('.quoting button').first().tap();
    else await tab.keyboard.press('l');
    await tab.waitForFunction(`document.getElementById('copied').textContent !== ''`);
    const link = String(await tab.evaluate('navigator.clipboard.readText()'));
    assert.match(
      link,
      /^https:\/\/archive\.caldmere\.example\/press\/cal-zh\/2031-05-06\/1\/#quote=.*&version=eeeeeeeeeeee:~:text=/,
    );
    await tab.locator('[data-copy=selector]').click();
    const told = String(await tab.evaluate('document.documentElement.dataset.selector'));
    const words = today.slice(4, today.indexOf('\n') + 5);
    assert.deepEqual(JSON.parse(told).selector.exact, words);
    await tab.goto(`${server.address}about/`);
    await tab.goto(server.address + page + new URL(link).hash);
    await tab.locator('.turn mark').first().waitFor();
    assert.equal((await tab.locator('.turn mark').allInnerTexts()).join('\n'), words);
    assert.deepEqual(opened.faults, []);
    await opened.close();
  }
});

test("the page's words are those that the archive quotes", async () => {
  const opened = await visit(browser, `${server.address}cal-zh/2031-05-06/`);
  const words = await opened.page.evaluate(
    `[...document.querySelectorAll('.exchange[data-version]')].map((it) =>
      [...it.querySelectorAll('.turn p,.note')].map((p) => p.textContent))`,
  );
  const own = record.children.flatMap((it) =>
    it.type === 'exchange' ? [quotable(it).split('\n')] : [],
  );
  assert.deepEqual(words, own);
  await opened.close();
});

test('without a script the browser finds the words by the text fragment', async () => {
  const address = server.address + page + linkTo(today, '海事部门已派出2艘替代船只', v2);
  const viewport = { width: 390, height: 200 };
  const opened = await visit(browser, address, { javaScriptEnabled: false, viewport });
  const box = await opened.page.locator('.turn p').last().boundingBox();
  assert.ok(box && box.y >= 0 && box.y < 200, JSON.stringify(box));
  await opened.close();
});

test('the scripts that pages load, those of search apart, weigh at most 5 KB compressed', (t) => {
  const names = ['ui', 'keys', 'mark', 'quote', 'not-found'];
  const scripts = [...site.files].filter(([file]) =>
    names.some((name) => /\.js$/.test(file) && file.startsWith(`assets/${name}.`)),
  );
  const weight = scripts.map(([, bytes]) => gzipSync(bytes, { level: 9 }).length);
  const total = weight.reduce((sum, bytes) => sum + bytes, 0);
  assert.equal(scripts.length, names.length);
  t.diagnostic(`${total} bytes: ${weight.join(' + ')}`);
  assert.ok(total <= 5 * 1024, `${total} bytes: ${weight}`);
});
