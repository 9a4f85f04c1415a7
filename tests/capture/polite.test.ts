import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { openClock } from '../../src/capture/fetch/clock.ts';
import { nextDelay, readRetryAfter } from '../../src/capture/fetch/pace.ts';
import { largestRobots, readRules } from '../../src/capture/fetch/robots.ts';
import { briefing, html, type Route, status } from './fault-server.ts';
import { listed, openOffice } from './office.ts';
import { quickClock } from './quick-clock.ts';

const three = {
  ...listed(1, 2, 3),
  '/b/1.html': html(briefing(1)),
  '/b/2.html': html(briefing(2)),
  '/b/3.html': html(briefing(3)),
};

const text =
  (body: string): Route =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(body);
  };

test('the vectors of RFC 9309 hold, but for three that are known', () => {
  const file = readFileSync(path.join(import.meta.dirname, 'robots-cases.json'), 'utf8');
  const vector = z.object({
    googleOnly: z.boolean(),
    userAgent: z.string(),
    url: z.string(),
    allowed: z.boolean(),
    robotsTxt: z.string(),
  });
  const { cases } = z.object({ cases: z.array(vector) }).parse(JSON.parse(file));
  const required = cases.filter(({ googleOnly }) => !googleOnly);
  assert.equal(required.length, 72);
  const missed = required.filter(
    ({ robotsTxt, userAgent, url, allowed }) =>
      readRules('http://foo.bar', Buffer.from(robotsTxt), userAgent).allows(url) !== allowed,
  );
  // A missing colon is Google's leniency; the two others pass a raw address, which new URL() encodes.
  assert.deepEqual(
    missed.map(({ url }) => url),
    ['http://foo.bar/x/y', 'http://foo.bar/foo/bar/ツ', 'http://foo.bar/foo/bar/ツ'],
  );
});

test('of a huge robots.txt the line that crosses the limit is left out', () => {
  const filler = `#${'x'.repeat(largestRobots - 40)}\n`;
  const rules = readRules(
    'http://a.example',
    Buffer.from(`${filler}user-agent: *\ndisallow: /a\ndisallow: /bcdefghijklmnop\n`),
  );
  assert.deepEqual(
    [rules.allows('http://a.example/a'), rules.allows('http://a.example/bcdefghijklmnop')],
    [false, true],
  );
});

const delays: [line: string, seconds: number | null][] = [
  ['7', 7],
  ['0.5', 0.5],
  ['-1', null],
  ['1e9', 300],
  ['soon', null],
];
for (const [line, seconds] of delays) {
  test(`Crawl-delay ${line} is ${seconds ?? 'none'}`, () => {
    const rules = readRules(
      'http://a.example',
      Buffer.from(`user-agent: *\ncrawl-delay: ${line}\n`),
    );
    assert.equal(rules.crawlDelay, seconds);
  });
}

const unreachable: [name: string, route: Route][] = [
  ['500', status(500)],
  ['503', status(503)],
  ['429', status(429)],
  ['silence', () => {}],
  ['a reset', (response) => void response.socket?.destroy()],
  ['a circle of redirects', status(302, { location: '/robots.txt' })],
  ['a redirect to another host', status(302, { location: 'http://evil.example/robots.txt' })],
];
for (const [name, route] of unreachable) {
  test(`robots.txt answered by ${name}: nothing else is asked for`, async () => {
    const { server, run } = await openOffice({ ...three, '/robots.txt': route });
    const [report] = await run();
    assert.deepEqual(
      report?.failed.map(({ code }) => code),
      ['E_ROBOTS_UNREACHABLE'],
    );
    assert.deepEqual([...new Set(server.paths())], ['/robots.txt']);
  });
}

for (const code of [401, 403, 404, 410]) {
  test(`robots.txt answered by ${code}: the host may be fetched`, async () => {
    const { run } = await openOffice({ ...three, '/robots.txt': status(code) });
    assert.equal((await run())[0]?.new.length, 3);
  });
}

test('what robots.txt forbids is not asked for', async () => {
  const rules = text('User-agent: *\nDisallow: /\n\nUser-agent: Lectern and kin\nDisallow: /b/2\n');
  const { server, run } = await openOffice({ ...three, '/robots.txt': rules });
  const [report] = await run();
  assert.deepEqual(
    report?.failed.map(({ code }) => code),
    ['E_ROBOTS'],
  );
  assert.equal(server.paths().includes('/b/2.html'), false);
});

test('one request at a time, and never sooner than the delay: the server’s own log', async () => {
  const { server, run } = await openOffice(three);
  const clock = openClock(() => new Date(), new AbortController().signal);
  await run({ clock, delay: 0.15 });
  assert.equal(server.log.length, 6);
  const gaps = server.log.slice(1).map(({ came }, at) => came - (server.log[at]?.done ?? 0));
  assert.ok(Math.min(...gaps) >= 145, `gaps of ${gaps.map(Math.round).join(', ')} ms`);
});

test('two sources on one host wait for each other', async () => {
  const { server, run, source } = await openOffice(three);
  await run({}, [source, { ...source, id: 'arden' }]);
  const overlap = server.log.some(
    ({ came }, at) => at > 0 && came < (server.log[at - 1]?.done ?? 0),
  );
  assert.equal(overlap, false);
});

test('a host that refuses three times in a row is left alone', async () => {
  const { server, run } = await openOffice({
    ...listed(1, 2, 3, 4, 5),
    '/b/1.html': status(403),
    '/b/2.html': status(403),
    '/b/3.html': status(403),
  });
  const [report] = await run();
  assert.deepEqual(
    report?.failed.map(({ code }) => code),
    ['E_STATUS', 'E_STATUS', 'E_STATUS', 'E_LEFT_ALONE'],
  );
  assert.equal(server.paths().includes('/b/4.html'), false);
});

test('Retry-After is waited for exactly', async () => {
  const page = html(briefing(1));
  const { run } = await openOffice({
    ...listed(1),
    '/b/1.html': (response, request, nth) =>
      (nth === 1 ? status(429, { 'retry-after': '120' }) : page)(response, request, nth),
  });
  const { clock, waits } = quickClock();
  assert.equal((await run({ clock }))[0]?.new.length, 1);
  assert.ok(
    waits.some((seconds) => seconds >= 120 && seconds < 121),
    `waits of ${waits} s`,
  );
});

test('a Retry-After beyond the run ends it for the host, and the next run keeps it', async () => {
  const { routes, server, run } = await openOffice({
    ...three,
    '/b/1.html': status(503, { 'retry-after': '3600' }),
  });
  const [report] = await run();
  assert.deepEqual(
    report?.failed.map(({ code }) => code),
    ['E_RETRY_AFTER'],
  );
  routes.set('/b/1.html', html(briefing(1)));
  server.log.length = 0;
  const early = quickClock('2031-05-31T18:30:00Z');
  assert.deepEqual(
    (await run({ clock: early.clock }))[0]?.failed.map(({ code }) => code),
    ['E_RETRY_AFTER'],
  );
  assert.deepEqual(server.paths(), []);
  const late = quickClock('2031-05-31T19:30:00Z');
  assert.equal((await run({ clock: late.clock }))[0]?.new.length, 3);
});

test('Retry-After is seconds or a date; a past one is none to wait for, garbage is none', () => {
  const now = new Date('2031-05-31T18:00:00Z');
  const read = (field: string) => readRetryAfter(field, now);
  assert.equal(read('2'), 2);
  assert.equal(read('Sat, 31 May 2031 18:01:00 GMT'), 60);
  assert.equal(read('Sat, 31 May 2031 17:00:00 GMT'), 0);
  assert.deepEqual(['abc', '-5', '', '1.5'].map(read), [null, null, null, null]);
});

test('an error never makes the delay shorter, and nothing makes it less than the least', () => {
  const seconds = fc.double({ min: 0, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(seconds, seconds, seconds, (delay, least, took) => {
      assert.ok(nextDelay(delay, least, took, false) >= delay);
      assert.ok(nextDelay(delay, least, took, true) >= least);
    }),
  );
});
