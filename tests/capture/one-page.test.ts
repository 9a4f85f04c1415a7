import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { judgeOnce, openJudge } from '../../src/capture/fetch/judging.ts';
import { longestRest } from '../../src/capture/fetch/pace.ts';
import { readPauses } from '../../src/capture/fetch/pauses.ts';
import { hostsOf, outOfScope } from '../../src/capture/fetch/scope.ts';
import { sourceOf } from '../../src/capture/find-source.ts';
import { dechunk } from '../../src/capture/http-response.ts';
import { listing } from '../../src/model/listing.ts';
import { contentFolder } from '../archive/content.ts';
import { briefing, html, list, type Route, status } from './fault-server.ts';
import { madeSource } from './made-source.ts';
import { listed, openOffice } from './office.ts';

const deep = `<html><body><div id="body">${'<div>'.repeat(2500)}x</body></html>`;
const packed = brotliCompressSync(Buffer.from('<p>'.repeat(5_000_000)), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
});

/** Pages each of which once stopped the whole run. */
const hostile: Record<string, Route> = {
  'nested elements': html(deep),
  'a page that unpacks to 15 MB': (response) => {
    const padded = Buffer.alloc(Math.max(packed.length, 160_000));
    packed.copy(padded);
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' });
    response.end(padded.subarray(0, packed.length));
  },
  '100,000 attributes': html(
    `<html><body id="body" ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')}>x</body></html>`,
  ),
  '400,000 line breaks': html(`<html><body>${'<br>'.repeat(400_000)}</body></html>`),
};

for (const [name, route] of Object.entries(hostile))
  test(`${name}: the page is named, the others are fetched`, async () => {
    const { run } = await openOffice({
      ...listed(1, 2, 3),
      '/b/1.html': html(briefing(1)),
      '/b/2.html': route,
      '/b/3.html': html(briefing(3)),
    });
    const [report] = await run();
    assert.equal(report?.new.length, 2);
    assert.deepEqual(
      report?.failed.map(({ url, code }) => [new URL(url).pathname, code]),
      [['/b/2.html', 'E_TOO_LARGE']],
    );
  });

test('a list page of nested elements is named, and what is wanted is still fetched', async () => {
  const { run, routes } = await openOffice({
    ...listed(1, 2),
    '/b/1.html': html(briefing(1)),
    '/b/2.html': status(403),
  });
  await run();
  routes.set('/', html(deep)).set('/b/2.html', html(briefing(2)));
  const [report] = await run();
  assert.deepEqual(
    report?.failed.map(({ url, code }) => [new URL(url).pathname, code]),
    [['/', 'E_TOO_LARGE']],
  );
  assert.equal(report?.new.length, 1);
});

for (const wish of ['99999999999999', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])
  test(`Retry-After: ${wish.slice(0, 30)} ends in 30 days and concerns no other host`, async () => {
    const { run, content } = await openOffice({
      ...listed(1),
      '/b/1.html': status(503, { 'retry-after': wish }),
    });
    const [report] = await run();
    assert.equal(report?.failed[0]?.code, 'E_RETRY_AFTER');
    const text = await readFile(path.join(content, 'captures/pauses.json'), 'utf8');
    const [until = ''] = Object.values<string>(JSON.parse(text));
    assert.match(until, /^20\d\d-/);
  });

test('of a damaged file of pauses only what cannot be read is lost', async () => {
  const content = await contentFolder({});
  await mkdir(path.join(content, 'captures'), { recursive: true });
  await writeFile(
    path.join(content, 'captures/pauses.json'),
    '{\n<<<<<<< ours\n  "a.example": "2031-06-01T00:00:00.000Z",\n  "b.example": "+033715-01-01T00:00:00.000Z",\n  "c.example": "never",\n=======\n  "a.example": "2031-06-02T00:00:00.000Z",\n  "d.exam',
  );
  const now = new Date('2031-05-31T00:00:00Z');
  const end = new Date(now.getTime() + longestRest * 1000).toISOString();
  assert.deepEqual(
    [...(await readPauses(content, now))],
    [
      ['a.example', '2031-06-02T00:00:00.000Z'],
      ['b.example', end],
    ],
  );
});

test('a page is marked while it is judged, and passed over once three runs ended at it', async () => {
  const content = path.join(await contentFolder({}), 'content');
  const marks = path.join(content, '../.cache/judging');
  const now = () => new Date('2031-05-31T18:00:00Z');
  const url = 'https://press.caldmere.example/b/1';
  const first = openJudge(content, now, false);
  let [name = '', text] = ['', ''];
  first(url, () => {
    throw new Error('no page');
  });
  assert.deepEqual(await readdir(marks), []);
  const { readdirSync, readFileSync } = await import('node:fs');
  first(url, () => {
    [name = ''] = readdirSync(marks);
    text = readFileSync(path.join(marks, name), 'utf8');
    return {};
  });
  // As a run leaves it that was killed there: any page may be the one at hand.
  await writeFile(path.join(marks, name), text);
  openJudge(
    content,
    now,
    false,
  )(url, () => {
    assert.equal(JSON.parse(readFileSync(path.join(marks, name), 'utf8')).times, 2);
    return {};
  });
  await writeFile(path.join(marks, name), JSON.stringify({ ...JSON.parse(text), times: 3 }));
  const passed = openJudge(content, now, false)(url, () => ({ code: 'never asked' }));
  assert.equal('code' in passed && passed.code, 'E_PASSED_OVER');
  assert.deepEqual(
    openJudge(content, now, true)(url, () => ({ fine: true })),
    { fine: true },
  );
  const threw = judgeOnce(url, () => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  assert.equal('code' in threw && threw.code, 'E_UNREADABLE');
});

/** Answers as HTTP/1.0 does: the body ends where the connection does. */
const bare =
  (body: string): Route =>
  (response) => {
    response.socket?.end(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`);
  };

test('a body without a length must end with its end tag; comments and scripts may follow', async () => {
  const whole = briefing(1);
  const at = whole.indexOf('Spokesperson');
  const bodies: [string, string][] = [
    ['', whole],
    ['', `${whole}\n<!-- made in 0.1 s --><script>count()</script>\n`],
    ['E_TRUNCATED', `<!-- </html> -->${whole.slice(0, at)}`],
    ['E_TRUNCATED', whole.slice(0, at).replace('<p>', '<script>write("</html>")</script><p>')],
    ['E_TRUNCATED', `${whole}${whole.slice(0, at)}`],
    ['E_TRUNCATED', whole.replace(/<\/?html>/g, '').slice(0, at)],
  ];
  for (const [code, body] of bodies) {
    const { run } = await openOffice({ ...listed(1), '/b/1.html': bare(body) });
    const [report] = await run();
    assert.equal(report?.failed[0]?.code ?? '', code, body.slice(-40));
  }
});

test('validators go to no other address, and a 304 nobody asked for is no page', async () => {
  const { run, routes, server } = await openOffice({
    ...listed(1),
    '/b/1.html': html(briefing(1), {
      etag: '"one"',
      'last-modified': 'Mon, 05 May 2031 08:00:00 GMT',
    }),
  });
  await run();
  routes.set('/b/1.html', status(302, { location: '/b/2.html' }));
  routes.set('/b/2.html', status(304));
  const [report] = await run({ refresh: true });
  const asked = server.log.filter(({ path: it }) => it === '/b/2.html');
  assert.ok(asked.length > 0);
  for (const { headers } of asked) {
    assert.equal(headers['if-none-match'], undefined);
    assert.equal(headers['if-modified-since'], undefined);
  }
  assert.deepEqual([report?.unchanged, report?.failed[0]?.code], [[], 'E_PROTOCOL']);
});

test('another port of a host is not asked, only the default and what a listing names', async () => {
  const start = 'https://press.caldmere.example:8443/';
  const source = madeSource('caldmere', ['press.caldmere.example/*', 'other.example/*'], {
    listings: [listing.parse({ start })],
  });
  const hosts = hostsOf(source);
  const code = (url: string, any = true) => outOfScope(url, hosts, any)?.code;
  assert.equal(code(start, false), undefined);
  assert.equal(code('https://press.caldmere.example/'), undefined);
  assert.equal(code('https://press.caldmere.example:8444/'), 'E_SCOPE');
  assert.equal(code('https://other.example:8443/', false), 'E_SCOPE');
});

test('a list of 12,000 pages is noted by two runs, and the first says so', async () => {
  const numbers = Array.from({ length: 12_000 }, (_, at) => at + 1);
  const { run } = await openOffice({ '/': html(list(numbers)) });
  const [first] = await run({ limit: 0 });
  assert.deepEqual([first?.wanted, first?.failed[0]?.code], [10_000, 'E_TOO_MANY']);
});

test('a pattern of addresses with many wildcards is matched at once', () => {
  const source = madeSource('caldmere', [`a.example/${'*a'.repeat(30)}*b`]);
  assert.equal(sourceOf(`https://a.example/${'a'.repeat(4000)}`, [source]), null);
  assert.equal(sourceOf(`https://a.example/${'a'.repeat(4000)}b`, [source])?.id, 'caldmere');
});

test('a body of a million chunks takes no more room than itself', () => {
  const body = Buffer.from(`${'1\r\nx\r\n'.repeat(1_000_000)}0\r\n\r\n`);
  assert.equal(dechunk(body).length, 1_000_000);
});
