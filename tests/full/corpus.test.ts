import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../browser.ts';
import { readFolder } from '../commands/folder.ts';
import { lectern } from '../commands/lectern.ts';
import { staticServer } from '../site/static-server.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const shipped = fileURLToPath(new URL('../../content/', import.meta.url));

test('801 pages are imported, parsed, built and read in a browser in one go', async (context) => {
  assert.ok(existsSync(corpus), `Expected the corpus at ${corpus}`);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-corpus-'));
  context.after(() => rm(folder, { recursive: true }));
  const [content, output] = [join(folder, 'content'), join(folder, 'site')];
  await cp(shipped, content, { recursive: true });
  const steps = [
    ['import', join(corpus, 'mfa-zh.warc.gz'), '--content', content],
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
  await clickThrough(output);
});

/** From home to a topic, an exchange of the corpus and the link to its source page. */
async function clickThrough(output: string): Promise<void> {
  const server = await staticServer(await readFolder(output), '/');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.locator('nav a[href$="topics/"]').first().click();
    await page.locator('main a[href$="south-china-sea/"]').first().click();
    await page.locator('article a[href*="mfa-zh/"]').first().click();
    await page.waitForURL('**/mfa-zh/**');
    const source = page.locator('a[href^="https://www.mfa.gov.cn/"]').first();
    assert.match((await source.getAttribute('href')) ?? '', /\/t\d{8}_\d+\.shtml$/);
  } finally {
    await browser.close();
    await server.close();
  }
}
