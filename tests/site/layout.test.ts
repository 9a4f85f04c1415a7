import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, kindsSite, searches } from './kinds.ts';
import { answered, firstHit, screens, sideways } from './layout.ts';
import { served } from './served.ts';
import { visit } from './visit.ts';

const { server, browser } = await served(await kindsSite());

test('no page scrolls sideways from 320 to 1440 px', async () => {
  const { page, close } = await visit(browser, server.address, {}, 'en');
  for (const [kind, path] of Object.entries({ ...kinds, ...searches })) {
    await page.goto(server.address + path);
    if (kind in searches) await answered(page);
    assert.deepEqual(await sideways(page), [], kind);
  }
  await close();
});

for (const language of ['zh-Hans', 'en']) {
  test(`the first hit is in the first screen below a chart of 8 rem at most, in ${language}`, async () => {
    const { page, close } = await visit(browser, server.address, {}, language);
    for (const search of [searches.found, searches.month, searches.lines]) {
      for (const screen of screens) {
        await page.setViewportSize(screen);
        await page.goto(server.address + search);
        const { words, chart } = await firstHit(page);
        const where = `${search} at ${screen.width} px`;
        assert.ok(words <= screen.height, `${where}: ends at ${words} px`);
        assert.ok(chart > 0 && chart <= 128, `${where}: ${chart} px`);
      }
    }
    await close();
  });
}

test('on a narrow screen the language is switched by the keyboard too', async () => {
  const { page, close } = await visit(browser, server.address, {
    viewport: { width: 390, height: 844 },
  });
  await page.locator('.languages input:checked').focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.evaluate('document.documentElement.lang'), 'zh-Hans');
  await close();
});
