import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { type Transcript, transcript } from '../../src/model/transcript.ts';
import { wordsOf } from '../../src/model/words.ts';
import { openBrowser } from '../browser.ts';
import { staticServer } from '../site/static-server.ts';
import { readFolder } from './folder.ts';
import { lectern } from './lectern.ts';

const shipped = fileURLToPath(new URL('../../content/', import.meta.url));
let folder: string;
let content: string;
let output: string;
let seed: Transcript;
let browser: Browser;
let server: Awaited<ReturnType<typeof staticServer>> | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-seed-'));
  [content, output] = [join(folder, 'content'), join(folder, 'site')];
  await cp(shipped, content, { recursive: true });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server?.close();
  await rm(folder, { recursive: true });
});

const stored = () => readFile(join(content, 'transcripts/scio-mfa/2021/2021-01-28.json'), 'utf8');
const exchanges = () => seed.children.filter((child) => child.type === 'exchange');
const turns = () =>
  exchanges().map(({ children }) => children.filter((child) => child.type === 'turn'));

test('parsing what ships changes nothing, and gives it back byte for byte', async () => {
  const before = await stored();
  const book = await readFile(join(content, 'ledger/scio-mfa/2021.jsonl'), 'utf8');
  assert.equal((await lectern('parse', '--content', content)).code, 0);
  assert.equal(await stored(), before);
  await rm(join(content, 'transcripts'), { recursive: true });
  assert.equal((await lectern('parse', '--content', content)).code, 0);
  assert.equal(await stored(), before);
  assert.equal(await readFile(join(content, 'ledger/scio-mfa/2021.jsonl'), 'utf8'), book);
  seed = transcript.parse(JSON.parse(before));
});

test('the seed holds eight exchanges, each with its asker', () => {
  const askers = turns().map(([question]) => question?.outlet);
  assert.deepEqual(askers, [
    'cctv',
    'npr',
    'xinhua',
    'bloomberg',
    'afp',
    'nhk',
    'afp',
    'bloomberg',
  ]);
  assert.deepEqual(
    exchanges().map(({ n }) => n),
    ['1', '2', '3', '4', '5', '6', '7', '8'],
  );
  assert.deepEqual(seed.spokespersons, ['赵立坚']);
  assert.equal(seed.date, '2021-01-28');
  assert.equal(seed.dateFrom, 'body');
  assert.equal(seed.children[0]?.type, 'note');
});

test('numbered questions have two parts, part b of the fifth three paragraphs', () => {
  const counts = exchanges().map(({ parts }) => parts.length);
  assert.deepEqual(counts, [1, 1, 1, 1, 2, 2, 2, 1]);
  assert.equal(exchanges()[4]?.parts[1]?.answer.length, 3);
});

test('sentences with a colon are inside answers', () => {
  const answers = turns().map((list) => wordsOf(list[1] ?? assert.fail('Expected an answer')));
  assert.match(answers[1] ?? '', /^重要的事情说三遍：/);
  assert.match(answers[2] ?? '', /在此我愿强调三点：/);
});

test('a reader goes from home to a topic, an exchange and its source', async () => {
  const { code, err } = await lectern('build', '--content', content, '--output', output);
  assert.equal(code, 0, err);
  server = await staticServer(await readFolder(output), '/');
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.locator('nav a[href$="topics/"]').first().click();
  await page.locator('main a[href$="south-china-sea/"]').first().click();
  await page.locator('a[href$="scio-mfa/2021-01-28/6/"]').first().click();
  await page.waitForURL('**/scio-mfa/2021-01-28/6/');
  assert.match((await page.locator('.question').first().textContent()) ?? '', /南海/);
  const sources = await page.locator(`a[href="${seed.url ?? ''}"]`).count();
  assert.ok(sources > 0, 'Expected a link to the source page');
  await page.close();
});

test('search finds words of the seed, links to the exchange and marks them there', async () => {
  assert.ok(server, 'Expected the site of the test before');
  const page = await browser.newPage();
  for (const [words, n] of [
    ['钓鱼岛', '7'],
    ['世卫组织', '5'],
    ['BNO', '4'],
    ['"第一个问题"', '5'],
  ]) {
    await page.goto(`${server.address}search/?q=${encodeURIComponent(words ?? '')}`);
    const hit = page.locator(`#found a[href*="scio-mfa/2021-01-28/${n}/"]`).first();
    await hit.waitFor();
    assert.ok((await page.locator('#found mark').count()) > 0, `Expected ${words} to be marked`);
    await hit.click();
    await page.waitForURL(`**/scio-mfa/2021-01-28/${n}/**`);
    await page.locator('mark').first().waitFor();
  }
  await page.close();
});

test('a second build of the same content writes the same bytes', async () => {
  const first = await readFolder(output);
  const again = join(folder, 'again');
  assert.equal((await lectern('build', '--content', content, '--output', again)).code, 0);
  const second = await readFolder(again);
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [name, bytes] of first)
    assert.ok(bytes.equals(second.get(name) ?? Buffer.alloc(0)), name);
  assert.ok((await readdir(output)).length > 5);
});
