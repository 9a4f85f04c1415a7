import { after } from 'node:test';
import { openBrowser } from '../browser.ts';
import type { BuiltSite } from './built.ts';
import { staticServer } from './static-server.ts';

/**
 * A site on a server, under a path as many sites of institutions are, and a browser to read it
 * with; all of it goes when the file's tests have ended.
 */
export async function served(site: BuiltSite) {
  const server = await staticServer(site.files, '/press/');
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await server.close();
    await site.remove();
  });
  return { server, browser };
}
