import { after } from 'node:test';
import type { Archive } from '../../src/model/archive.ts';
import { openBrowser } from '../browser.ts';
import { built } from './built.ts';
import { staticServer } from './static-server.ts';

/**
 * A built site on a server, under a path as many sites of institutions are, and a browser to read it
 * with; all of it goes when the file's tests have ended.
 */
export async function served(archive: Archive) {
  const site = await built(archive);
  const server = await staticServer(site.files, '/press/');
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await server.close();
    await site.remove();
  });
  return { site, server, browser };
}
