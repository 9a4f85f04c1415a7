import path from 'node:path';
import { after } from 'node:test';
import type { SourceReport } from '../../src/capture/fetch/fetch-source.ts';
import { fetchSources, type RunOptions } from '../../src/capture/fetch/fetch-sources.ts';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';
import { contentFolder } from '../archive/content.ts';
import { html, list, type Route, startServer, status } from './fault-server.ts';
import { officeSource } from './office-source.ts';
import { quickClock } from './quick-clock.ts';

/** A press office with a listing at `/`, pages below `/b/` and an empty archive to fetch into. */
export async function openOffice(routes: Record<string, Route>) {
  const all = new Map<string, Route>(Object.entries({ '/robots.txt': status(404), ...routes }));
  const server = await startServer(all);
  after(() => server.close());
  // Beside it, not in a folder of others, stands the cache of its captures.
  const content = path.join(await contentFolder({}), 'content');
  const source = officeSource(server);
  const run = (more: Partial<RunOptions> = {}, sources = [source]): Promise<SourceReport[]> => {
    const { clock = quickClock().clock } = more;
    return fetchSources(sources, {
      content,
      transport: openNetwork({
        allowLoopback: true,
        now: () => clock.now(),
        limits: { ...limits, total: 3, silence: 2 },
      }),
      clock,
      random: () => 1,
      userAgent: 'Lectern/test (+mailto:archive@caldmere.example)',
      anyPort: true,
      refresh: false,
      signal: new AbortController().signal,
      onListing() {},
      onPlan() {},
      onVisit() {},
      ...more,
    });
  };
  return { server, routes: all, content, source, run };
}

/** A listing of one page. */
export const listed = (...numbers: number[]): Record<string, Route> => ({
  '/': html(list(numbers)),
});
