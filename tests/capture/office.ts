import { after } from 'node:test';
import type { Clock } from '../../src/capture/fetch/clock.ts';
import type { SourceReport } from '../../src/capture/fetch/fetch-source.ts';
import { fetchSources, type RunOptions } from '../../src/capture/fetch/fetch-sources.ts';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';
import { listing } from '../../src/model/listing.ts';
import type { Source } from '../../src/model/source.ts';
import { contentFolder } from '../archive/content.ts';
import { type FaultServer, html, list, type Route, startServer, status } from './fault-server.ts';
import { madeSource } from './made-source.ts';

/** A clock whose waits pass at once and are noted: seconds asked for, in order. */
export function quickClock(start = '2031-05-31T18:00:00Z') {
  let passed = 0;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(Date.parse(start) + passed * 1000),
    seconds: () => passed,
    async wait(seconds) {
      waits.push(seconds);
      passed += seconds;
    },
  };
  return { clock, waits };
}

/** A press office with a listing at `/`, pages below `/b/` and an empty archive to fetch into. */
export async function openOffice(routes: Record<string, Route>) {
  const all = new Map<string, Route>(Object.entries({ '/robots.txt': status(404), ...routes }));
  const server = await startServer(all);
  after(() => server.close());
  const content = await contentFolder({});
  const source = officeSource(server);
  const run = (more: Partial<RunOptions> = {}, sources = [source]): Promise<SourceReport[]> => {
    const { clock } = quickClock();
    return fetchSources(sources, {
      content,
      transport: openNetwork({
        allowLoopback: true,
        now: () => clock.now(),
        limits: { ...limits, total: 2, silence: 1 },
      }),
      clock,
      random: () => 1,
      userAgent: 'Lectern/test (+mailto:archive@caldmere.example)',
      anyPort: true,
      refresh: false,
      signal: new AbortController().signal,
      onPlan() {},
      onVisit() {},
      ...more,
    });
  };
  return { server, routes: all, content, source, run };
}

/** The office as a source. */
export const officeSource = ({ origin }: FaultServer, more: Partial<Source> = {}): Source =>
  madeSource('caldmere', ['127.0.0.1/b/*'], {
    listings: [listing.parse({ start: `${origin}/`, links: 'li a', next: 'index_{n}.html' })],
    profile: { ...madeSource('caldmere', ['x/']).profile, body: ['#body'] },
    ...more,
  });

/** A listing of one page. */
export const listed = (...numbers: number[]): Record<string, Route> => ({
  '/': html(list(numbers)),
});
