import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { readFolder } from '../commands/folder.ts';
import { lectern } from '../commands/lectern.ts';
import { deadLinks } from '../site/dead-links.ts';
import { answered, firstHit, screens, sideways } from '../site/layout.ts';
import { staticServer } from '../site/static-server.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const warcs = ['mfa-zh.warc.gz', 'whitehouse.warc.gz'];
const shipped = fileURLToPath(new URL('../../content/', import.meta.url));

test('823 pages are imported, parsed, built and read in a browser in one go', async (context) => {
  assert.ok(existsSync(corpus), `Expected the corpus at ${corpus}`);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-corpus-'));
  context.after(() => rm(folder, { recursive: true }));
  const [content, output] = [join(folder, 'content'), join(folder, 'site')];
  await cp(shipped, content, { recursive: true });
  const steps = [
    ['import', ...warcs.map((name) => join(corpus, name)), '--content', content],
    ['parse', '--content', content],
    ['build', '--content', content, '--output', output],
  ];
  for (const step of steps) {
    const started = performance.now();
    const { code, out, err } = await lectern(...step);
    assert.equal(code, 0, `${step[0]}: ${err}`);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${step[0]}, ${seconds} s: ${out.trim().split('\n').at(-1)}`);
  }
  const files = await readFolder(output);
  assert.deepEqual(deadLinks(files, 'http://localhost:8080/'), []);
  const server = await staticServer(files, '/');
  const browser = await openBrowser();
  context.after(() => Promise.all([browser.close(), server.close()]));
  await clickThrough(browser, server.address);
  await layout(browser, server.address);
});

/** One page of each kind, as long and as crowded as real ones are. */
const kinds = [
  '',
  'mfa-zh/2021-01-28/',
  'mfa-zh/2021-01-28/5/',
  'whitehouse/2020-03-14/',
  'topics/',
  'topics/south-china-sea/',
  'outlets/',
  'outlets/afp/',
  'speakers/',
  'years/',
  'years/2023/',
  'years/2023/03/',
  'calendar/',
  'sources/mfa-zh/',
  'sources/whitehouse/',
];
const searches = ['search/?q=南海', 'search/?q=南海 date:2023-03..2023-03', 'search/?q=president'];

async function layout(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  for (const path of [...kinds, ...searches]) {
    await page.goto(address + path);
    if (path.startsWith('search/')) await answered(page);
    assert.deepEqual(await sideways(page), [], path);
  }
  for (const path of searches) {
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await page.goto(address + path);
      const { words, chart } = await firstHit(page);
      assert.ok(words <= screen.height && chart <= 128, `${path}: ${words} px, chart ${chart} px`);
    }
  }
}

/** From home to a topic, an exchange of the corpus and the link to its source page. */
async function clickThrough(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('nav a[href$="topics/"]').first().click();
  await page.locator('main a[href$="south-china-sea/"]').first().click();
  await page.locator('article a[href*="mfa-zh/"]').first().click();
  await page.waitForURL('**/mfa-zh/**');
  const source = page.locator('a[href^="https://www.mfa.gov.cn/"]').first();
  assert.match((await source.getAttribute('href')) ?? '', /\/t\d{8}_\d+\.shtml$/);
}
