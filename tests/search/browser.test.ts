import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Asset, assetsOf } from '../../src/site/assets.ts';
import { openBrowser } from '../browser.ts';
import { builtFiles } from './in-memory.ts';
import { madeUpArchive, type Said } from './made-up.ts';

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; form-action 'self'; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/** The site lives under a path, as on most free hosts. */
const base = '/archive/';

/** The search page with its scripts' real names: modules import each other by them. */
const searchPage = (search: Asset, later: Asset): string =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Search</title>
<script defer src="..${search.path}" integrity="${search.integrity}"></script><main>
<form role="search" action="./"><input name="q"><button>Search</button></form>
<div id="found" data-root="../" data-later="..${later.path}" data-integrity="${later.integrity}"></div></main>`;
const recordPage = `<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><title>§1</title>
<script defer src="/archive/assets/mark.js"></script>
<div class="turn question"><p>关于潮汐闸，<em>潮</em>汐闸何时检修？</p></div>`;

const said: Said[] = Array.from({ length: 25 }, (_, i) => ({
  date: `20${30 + (i % 2)}-0${1 + (i % 9)}-1${i % 8}`,
  question: `第${i}个问题：<b>潮汐闸</b>何时检修？`,
  answer: `潮汐闸将于${i}月检修。\n渡輪照常，BNO 与 F-35 无关。`,
  outlet: i % 3 ? 'tidewire' : 'harbour-gazette',
  speaker: '岑若澜',
}));

/** Forty ways in which text has become script elsewhere. */
const payloads = [
  ...[
    'img src=x onerror',
    'svg onload',
    'body onload',
    'input autofocus onfocus',
    'details open ontoggle',
  ].flatMap((tag) => [
    `<${tag}=alert(1)>`,
    `"><${tag}=alert(1)>`,
    `'><${tag}=alert(1)//`,
    `</mark><${tag}=alert(1)>`,
    `潮汐闸<${tag}=alert(1)>`,
  ]),
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href=javascript:alert(1)>潮汐闸</a>',
  '<math><mtext></mtext><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '#{alert(1)}',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '<style>@import "//evil.example"</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  'outlet:"><img src=x onerror=alert(1)>',
  'date:<svg onload=alert(1)>',
];

describe('the search page in a browser', () => {
  const files = builtFiles(madeUpArchive(said));
  /** Paths that answer with something else for a while. */
  const broken = new Map<string, Uint8Array>();
  let server: Server;
  let browser: Browser;
  let origin = '';

  before(async () => {
    const assets = await assetsOf(path.join(import.meta.dirname, '../../templates/assets'));
    const byPath = new Map([...assets.values()].map((asset) => [asset.path, asset]));
    const search = assets.get('search.js');
    const later = assets.get('later.js');
    assert.ok(search && later, 'Expected two scripts of the search page');
    server = createServer((request, response) => {
      const asked = new URL(request.url ?? '/', 'http://x').pathname.replace(base, '');
      const asset = assets.get(asked.replace('assets/', '')) ?? byPath.get(`/${asked}`);
      const bytes = broken.get(asked) ?? files.get(asked) ?? asset?.bytes;
      const html =
        asked === 'search/'
          ? searchPage(search, later)
          : asked.startsWith('cal-zh/')
            ? recordPage
            : undefined;
      response.setHeader('content-security-policy', policy);
      response.setHeader(
        'content-type',
        html ? 'text/html' : asset ? 'text/javascript' : 'application/octet-stream',
      );
      response.statusCode = (html ?? bytes) ? 200 : 404;
      response.end(html ?? bytes ?? '');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  /** Opens the search page and collects what it should never do. */
  async function open(query: string): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/i.test(message.text())) faults.push(message.text());
    });
    await page.goto(`${origin}${base}search/${query}`);
    return { page, faults };
  }

  const status = (page: Page) => page.locator('[role=status]');
  const says = (page: Page, pattern: RegExp) => status(page).filter({ hasText: pattern }).waitFor();

  it('finds, marks, narrows and leads to the exchange with the hit marked there', async () => {
    const { page, faults } = await open('?q=潮汐闸');
    await says(page, /^25 exchanges, 100% of 25$/);
    assert.equal(await page.locator('article.brief').count(), 10);
    assert.equal(await page.locator('article.brief mark').first().textContent(), '潮汐闸');
    assert.equal(await page.locator('article b').count(), 0);
    await page.locator('aside a', { hasText: 'Tidewire' }).click();
    await says(page, /^16 exchanges/);
    assert.match(page.url(), /q=.*outlet%3Atidewire/);
    await page.goBack();
    await says(page, /^25 exchanges/);
    await page.locator('article.brief a.no').first().click();
    await page.waitForURL(/cal-zh\/2031-/);
    assert.deepEqual(await page.locator('mark').allTextContents(), ['潮汐闸', '潮', '汐闸']);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('keeps order, layout, chart and comparison in the address', async () => {
    const { page, faults } = await open('?q=渡轮&sort=oldest&view=right&chart=rate&c=检修');
    await says(page, /^25 exchanges/);
    assert.equal(await page.locator('table.lines tbody tr').count(), 25);
    assert.equal(await page.locator('table.lines mark').first().textContent(), '渡輪');
    assert.equal(await page.locator('.key span').count(), 2);
    assert.match((await page.locator('figcaption').first().textContent()) ?? '', /highest [\d.]+/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('says what to drop when nothing is found, and answers pinyin with the name', async () => {
    const { page } = await open('?q=潮汐闸 -检修 outlet:tidewire');
    await says(page, /^No exchange says this$/);
    assert.match((await page.locator('#found .list').textContent()) ?? '', /16/);
    await page.goto(`${origin}${base}search/?q=潮汐闸将于火星上检修`);
    await says(page, /^No exchange says this$/);
    assert.match((await page.locator('#found .list').textContent()) ?? '', /潮汐闸将于 25/);
    await page.goto(`${origin}${base}search/?q=cen ruolan`);
    await page.locator('#found a', { hasText: 'Cen Ruolan' }).click();
    await says(page, /^25 exchanges/);
    await page.close();
  });

  it('stays usable when a shard is damaged or gone, and tries again', async () => {
    const shards = [...files.keys()].filter((file) => /\/\d+\.bin$/.test(file));
    for (const bytes of [
      new TextEncoder().encode('<html>404'),
      new Uint8Array(files.get(shards[0] ?? '')?.slice(0, -9) ?? []),
    ]) {
      for (const shard of shards) broken.set(shard, bytes);
      const { page, faults } = await open('?q=潮汐闸');
      await says(page, /did not come through: Cannot search without/);
      broken.clear();
      await page.getByRole('button', { name: 'Try again' }).click();
      await says(page, /^25 exchanges/);
      assert.deepEqual(faults, []);
      await page.close();
    }
  });

  it('hands the whole result over as CSV and JSON lines', async () => {
    const { page } = await open('?q=潮汐闸');
    await says(page, /^25/);
    for (const [name, lines] of [
      ['CSV', 26],
      ['JSONL', 25],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const stream = await (await coming).createReadStream();
      const text = (await stream.toArray()).map(String).join('');
      assert.equal(text.match(/cal-zh\/20\d\d-\d\d-\d\d\/\d+"/g)?.length, 25, name);
      assert.equal(text.split(/\r?\n(?=["{])/).length >= lines - 1, true);
    }
    await page.close();
  });

  it('makes no script of forty payloads, nor of a long, empty or broken query', async () => {
    assert.equal(payloads.length, 40);
    const { page, faults } = await open('?q=潮汐闸');
    const odd: [typed: string, told: RegExp][] = [
      ['长'.repeat(10_000), /10000 characters; at most 500/],
      ['？！…', /has no letter, digit or Han character/],
      ['\ud800', /has no letter, digit or Han character/],
      ['q:', /q: needs a word/],
      ['"潮汐', /has no partner/],
      ['#<img src=x onerror=alert(1)>', /No exchange says this/],
    ];
    for (const [typed, told] of odd) {
      await page.locator('form[role=search] input').fill(typed);
      await page.locator('form[role=search] button').click();
      await page.locator('#found').filter({ hasText: told }).waitFor({ timeout: 20_000 });
    }
    for (const payload of payloads) {
      await page.locator('form[role=search] input').fill(payload);
      await page.locator('form[role=search] button').click();
      await status(page).filter({ hasNotText: 'Searching' }).waitFor({ state: 'attached' });
      assert.notEqual(
        (await page.locator('#found').textContent())?.trim(),
        '',
        payload.slice(0, 40),
      );
    }
    for (const payload of payloads.slice(0, 5)) {
      await page.goto(
        `${origin}${base}search/?q=${encodeURIComponent(payload)}#${encodeURIComponent(payload)}`,
      );
      await says(page, /./);
    }
    assert.notEqual(await status(page).textContent(), '');
    assert.deepEqual(faults, []);
    await page.close();
  });
});
