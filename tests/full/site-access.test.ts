import assert from 'node:assert/strict';
import test from 'node:test';
import { HtmlValidate } from 'html-validate';
import { openBrowser } from '../browser.ts';
import { violations } from '../site/access.ts';
import { kinds, kindsSite } from '../site/kinds.ts';
import { staticServer } from '../site/static-server.ts';
import { visit } from '../site/visit.ts';

test('no page has a fault of access in any theme, language and width', async () => {
  const site = await kindsSite();
  const server = await staticServer(site.files, '/press/');
  const browser = await openBrowser();
  for (const [kind, path] of Object.entries(kinds)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const language of ['zh-Hans', 'en']) {
        const reader = { colorScheme, viewport: { width: 390, height: 900 } };
        const { page, faults, close } = await visit(
          browser,
          server.address + path,
          reader,
          language,
        );
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(
            await violations(page),
            [],
            `${kind} ${colorScheme} ${language} ${width}`,
          );
        }
        assert.deepEqual(faults, [], kind);
        await close();
      }
    }
  }
  await browser.close();
  await server.close();
  await site.remove();
});

test('every page is valid HTML', async () => {
  const site = await kindsSite();
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  for (const [name, bytes] of site.files) {
    if (!name.endsWith('.html')) continue;
    const { results } = await validator.validateString(String(bytes));
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, line }) => `${name}:${line} ${ruleId}`),
    );
    assert.deepEqual(faults, []);
  }
  await site.remove();
});
