import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './access.ts';
import { kinds, kindsSite } from './kinds.ts';
import { served } from './served.ts';
import { shown, visit } from './visit.ts';

const { server, browser } = await served(await kindsSite());

const open = (path: string, ...how: [options?: Parameters<typeof visit>[2], ui?: string]) =>
  visit(browser, server.address + path, ...how);

/** Two kinds of reader, in turn: tests/full has every page in every theme, language and width. */
const readers = [
  { colorScheme: 'light', width: 390, language: 'zh-Hans' },
  { colorScheme: 'dark', width: 1280, language: 'en' },
] as const;

/** The types of each block of linked data of the page, read by the browser itself. */
const linkedTypes = `[...document.querySelectorAll('script[type="application/ld+json"]')].map((it) =>
  [JSON.parse(it.textContent)['@graph'] ?? JSON.parse(it.textContent)].flat().map((thing) => thing['@type']))`;

test('no page has a fault of access, policy or network', async () => {
  for (const [index, [kind, path]] of Object.entries(kinds).entries()) {
    const { colorScheme, width, language } = readers[index % 2] ?? readers[0];
    const viewport = { width, height: 900 };
    const { page, faults, close } = await open(path, { colorScheme, viewport }, language);
    assert.deepEqual(await violations(page), [], `${kind} ${colorScheme} ${language}`);
    assert.deepEqual(faults, [], `${kind} ${colorScheme} ${language}`);
    // The policy lets linked data stand, and the browser takes it for data.
    const linked = await page.evaluate(linkedTypes);
    if (kind === 'exchange') assert.deepEqual(linked, [['Question']]);
    assert.equal(await page.evaluate('document.documentElement.lang'), language);
    await close();
  }
});

test('a reader goes from home to a topic, to an exchange, to its source', async () => {
  const { page, faults, close } = await open('');
  await page.locator('aside a', { hasText: 'Tidal barrier' }).click();
  await page.locator('a.no', { hasText: '§2' }).first().click();
  await page.waitForURL('**/cal-zh/2031-03-14/2/');
  assert.match(await shown(page, 'h1'), /Tidewire asks, Cen Ruolan answers/);
  const source = await page.locator('aside a', { hasText: 'Source page' }).getAttribute('href');
  assert.equal(source, 'https://press.caldmere.example/cal-zh/2031-03-14.html');
  await page.keyboard.press('k');
  await page.waitForURL('**/cal-zh/2031-03-14/1/');
  assert.deepEqual(faults, []);
  await close();
});

test('the language is switched in place and kept', async () => {
  const { page, close } = await open('cal-zh/2031-03-14/#q4');
  assert.match(await shown(page, 'nav.toc .h'), /5 exchanges/);
  await page.locator('label', { hasText: '中文' }).click();
  assert.match(await shown(page, 'nav.toc .h'), /5则问答/);
  assert.match(await page.title(), /2031年3月14日/);
  assert.match(page.url(), /#q4$/);
  await page.goto(`${server.address}topics/`);
  assert.equal(await shown(page, 'h1'), '议题');
  await close();
});

test('without scripts the language is switched for the page, and every page is whole', async () => {
  const { page, close } = await open('cal-zh/2031-03-14/', { javaScriptEnabled: false });
  assert.match(await shown(page, 'nav.toc .h'), /5 exchanges/);
  await page.locator('label', { hasText: '中文' }).click();
  assert.match(await shown(page, 'nav.toc .h'), /5则问答/);
  assert.equal(await page.locator('article.exchange').count(), 5);
  await page.goto(`${server.address}search/`);
  assert.ok((await page.locator('main a').count()) > 3);
  await close();
});

/** What `act` puts on the clipboard, which is emptied before: the page writes it in its own time. */
async function copied(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(`navigator.clipboard.writeText('')`);
  await act();
  return String(
    await page.evaluate(`(async () => {
      for (;;) {
        const text = await navigator.clipboard.readText();
        if (text !== '') return text;
        await new Promise(requestAnimationFrame);
      }
    })()`),
  );
}

test('copying gives the address, and the words with their citation', async () => {
  const { page, close } = await open('cal-zh/2031-03-14/2/', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const clickAndRead = (hasText: string) =>
    copied(page, () => page.locator('button', { hasText }).click());
  assert.equal(
    await clickAndRead('Copy link'),
    'https://archive.caldmere.example/press/cal-zh/2031-03-14/2/',
  );
  const quotation = await clickAndRead('Copy quotation');
  assert.match(quotation, /^请问潮汐闸/);
  assert.match(quotation, /检修人员已经到位。\n关于第二个问题。/);
  assert.match(
    quotation,
    /\(2031, March 14\)\. Answer to Tidewire, exchange 2: .*cal-zh\/2031-03-14\/2\/$/,
  );
  assert.equal(await shown(page, '[role=status]'), 'Copied');
  assert.match(
    await copied(page, () => page.keyboard.press('c')),
    /^Cen Ruolan\. \(2031, March 14\)/,
  );
  await close();
});

test('what files for reference managers say of the page alone is copied, of selected words with their address', async () => {
  const path = 'cal-zh/2031-03-14/2/';
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, faults, close } = await open(path, { permissions });
  const clickAndRead = (button: string) => copied(page, () => page.locator(button).click());
  const address = `https://archive.caldmere.example/press/${path}`;
  const bib = await clickAndRead('.cite [data-format=BibTeX]');
  assert.match(bib, /^@misc\{cal-zh-2031-03-14-2,\n/);
  assert.ok(bib.includes(`url = {${address}}`) && bib.endsWith('}'), bib);
  assert.equal(bib.split('@misc').length, 2);
  const ris = await clickAndRead('.cite [data-format=RIS]');
  assert.match(ris, /^TY {2}- ELEC\r?\nID {2}- cal-zh\/2031-03-14\/2\r?\n.*\nER {2}- ?$/s);
  const csl = JSON.parse(await clickAndRead('.cite [data-format=CSL-JSON]'));
  assert.deepEqual(
    csl.map(({ id }: { id: string }) => id),
    ['cal-zh/2031-03-14/2'],
  );
  for (const [where, key] of [
    [path, 'cal-zh-2031-03-14-2'],
    ['cal-zh/2031-03-14/', 'cal-zh-2031-03-14-1'],
  ] as const) {
    await page.goto(server.address + where);
    await page.evaluate(
      `getSelection().selectAllChildren(document.querySelector('[id^=q].exchange .turn p'))`,
    );
    const quoted = await clickAndRead('.quoting [data-format=BibTeX]');
    assert.match(quoted, new RegExp(`^@misc\\{${key},`));
    const own = `https://archive.caldmere.example/press/${key.replace(/-(\d+)$/, '/$1').replace('cal-zh-', 'cal-zh/')}/`;
    assert.match(quoted, new RegExp(`url = \\{${own}#quote=[^}]*:~:text=`));
  }
  assert.deepEqual(faults, []);
  await close();
});

test('keys walk a transcript, can be read up on and can be switched off', async () => {
  const { page, close } = await open('cal-zh/2031-03-14/', {
    viewport: { width: 1280, height: 400 },
  });
  const at = () => page.evaluate('document.activeElement?.closest(".exchange")?.id');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await at(), 'q2');
  await page.keyboard.press('k');
  assert.equal(await at(), 'q1');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate('document.activeElement?.id'), 'q');
  await page.keyboard.press('j');
  assert.equal(await page.inputValue('#q'), 'j');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open] dt').count(), 5);
  await page.locator('dialog input').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await close();
});

test('an address that is none offers a search for its words', async () => {
  const { page, close } = await open('topics/潮汐闸-works/');
  assert.equal(await page.inputValue('#q'), 'topics 潮汐闸 works');
  await page.locator('main a', { hasText: 'Topics' }).click();
  await page.waitForURL('**/press/topics/');
  await close();
});

test('print leaves the record, its ids and its provenance', async () => {
  const { page, close } = await open('cal-zh/2031-03-14/');
  await page.emulateMedia({ media: 'print' });
  const seen = (selector: string) => page.locator(selector).first().isVisible();
  assert.deepEqual(await Promise.all(['.exchange .no', '.colophon', '.rec', 'h1'].map(seen)), [
    true,
    true,
    true,
    true,
  ]);
  assert.deepEqual(await Promise.all(['.masthead nav', '.toc', 'form', '.languages'].map(seen)), [
    false,
    false,
    false,
    false,
  ]);
  assert.match(
    String(await page.locator('html').getAttribute('data-foot')),
    /cal-zh\/2031-03-14 · .*sha-256/,
  );
  await close();
});
