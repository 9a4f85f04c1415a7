import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** The faces in place of what a system happens to have, so that a picture is the same on each. */
const faces = {
  '--serif': '@fontsource-variable/noto-serif-sc',
  '--sans': '@fontsource-variable/noto-sans-sc',
};

const host = 'https://fonts.example';

/**
 * A picture of a page down to `height`, as PNG, with faces of its own whatever the machine has.
 *
 * The policy of the page is left aside, or the faces could not be added.
 */
export async function look(
  browser: Browser,
  address: string,
  { width, height, colorScheme }: Look,
): Promise<Buffer> {
  const reader: BrowserContextOptions = {
    viewport: { width, height },
    colorScheme,
    bypassCSP: true,
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(reader);
  const page = await context.newPage();
  await page.route(`${host}/**`, async (route) => {
    const file = require.resolve(new URL(route.request().url()).pathname.slice(1));
    await route.fulfill({
      body: await readFile(file),
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await page.goto(address);
  // What a search finds comes after the page, file by file; the outlets to narrow it by come last.
  if (new URL(address).searchParams.has('q'))
    await page.locator('#found aside a[href*=outlet]').first().waitFor();
  await setFaces(page);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return picture;
}

/** How a page is looked at: sizes in CSS pixels. */
export interface Look {
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
}

async function setFaces(page: Page): Promise<void> {
  const rules = await Promise.all(
    Object.entries(faces).map(async ([variable, name]) => {
      const css = await readFile(require.resolve(`${name}/index.css`), 'utf8');
      const family = /font-family: '([^']+)'/.exec(css)?.[1];
      const served = css.replaceAll('url(./', `url(${host}/${path.posix.join(name, '/')}`);
      return `${served}\n*{${variable}:'${family}'!important}`;
    }),
  );
  await page.addStyleTag({ content: rules.join('\n') });
  await page.evaluate('document.fonts.ready');
}
