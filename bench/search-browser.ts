import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Asset } from '../src/site/assets.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Opens a page below a folder that is served, its scripts among `extra` files by path; gives it to a test. */
async function withPage<Result>(
  browser: Browser,
  folder: string,
  extra: Map<string, Uint8Array | string>,
  test: (page: Page) => Promise<Result>,
): Promise<Result> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const bytes =
      extra.get(pathname) ?? (await readFile(path.join(folder, pathname)).catch(() => undefined));
    const type = types[path.extname(pathname)] ?? (bytes ? 'application/octet-stream' : '');
    response.writeHead(bytes === undefined ? 404 : 200, {
      'content-type': pathname.endsWith('/') ? 'text/html' : type,
    });
    response.end(bytes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}/search/`);
    return await test(page);
  } finally {
    await page.close();
    server.close();
  }
}

/** Milliseconds from sending the form to the sentence that says what was found, each query a second time. */
export function warmTimes(
  browser: Browser,
  folder: string,
  assets: Map<string, Asset>,
  queries: string[],
): Promise<number[]> {
  const scripts = [...assets.values()].map((asset): [string, Uint8Array] => [
    asset.path,
    asset.bytes,
  ]);
  const html = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Search</title>
<script defer src="${assets.get('search.js')?.path}"></script>
<form role="search" action="./"><input name="q"><button>Search</button></form>
<div id="found" data-root="../" data-later="${assets.get('later.js')?.path}"></div>`;
  const files = new Map<string, Uint8Array | string>([...scripts, ['/search/', html]]);
  return withPage(browser, folder, files, async (page) => {
    const times: number[] = [];
    for (const query of queries) {
      const ask = `(${answer})(${JSON.stringify(query)})`;
      await page.evaluate(ask);
      times.push(Number(await page.evaluate(ask)));
    }
    return times;
  });
}

/** In the page: sends a query and waits until its answer stands there. */
const answer = `query => new Promise(done => {
  const status = document.querySelector('[role=status]');
  const observer = new MutationObserver(() => {
    if (status.textContent.startsWith('Searching')) return;
    observer.disconnect();
    done(performance.now() - start);
  });
  observer.observe(status, { childList: true, characterData: true, subtree: true });
  document.querySelector('input').value = query;
  const start = performance.now();
  document.querySelector('form').requestSubmit();
})`;

/** How many results Pagefind has for each query, its index served from `folder`. */
export function pagefindCounts(
  browser: Browser,
  folder: string,
  queries: string[],
): Promise<number[]> {
  const html = '<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><title>Pagefind</title>';
  return withPage(browser, folder, new Map([['/search/', html]]), (page) =>
    page.evaluate(async (asked) => {
      const url = '/pagefind/pagefind.js';
      const engine: { search(query: string): Promise<{ results: unknown[] }> } = await import(url);
      const counts: number[] = [];
      for (const query of asked) counts.push((await engine.search(query)).results.length);
      return counts;
    }, queries),
  );
}
