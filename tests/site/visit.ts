import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** An open page, and what it asked of other hosts, what its policy refused and what its scripts threw. */
export interface Visit {
  page: Page;
  faults: string[];
  close(): Promise<void>;
}

/** Opens an address as a reader with these settings would, in the interface language `ui` if one was chosen before. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  ui?: string,
): Promise<Visit> {
  const context = await browser.newContext(options);
  if (ui !== undefined) await context.addInitScript(`localStorage.setItem('ui', '${ui}')`);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', async (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('console', (line) => {
    if (/Content Security Policy|integrity|Trusted/.test(line.text())) faults.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) faults.push(request.url());
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, faults, close: () => context.close() };
}

/** The text of the first match as a reader sees it: what is not displayed is not in it. */
export const shown = async (page: Page, selector: string): Promise<string> =>
  String(await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText`));
