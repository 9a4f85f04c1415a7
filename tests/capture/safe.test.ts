import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { fetchSources } from '../../src/capture/fetch/fetch-sources.ts';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';
import { hostsOf, outOfScope } from '../../src/capture/fetch/scope.ts';
import type { Transport } from '../../src/capture/fetch/transport.ts';
import { listing } from '../../src/model/listing.ts';
import { contentFolder } from '../archive/content.ts';
import { briefing } from './fault-server.ts';
import { madeSource } from './made-source.ts';
import { quickClock } from './quick-clock.ts';

const file = readFileSync(path.join(import.meta.dirname, 'ssrf-hosts.json'), 'utf8');
const inner = z
  .object({ block: z.array(z.string()), blockSchemes: z.array(z.string()) })
  .parse(JSON.parse(file));

/** A listener that counts who gets through to this machine. */
async function trap() {
  const hits: string[] = [];
  const server = createServer((socket) => {
    hits.push(socket.remoteAddress ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const address = server.address();
  return { hits, port: typeof address === 'object' && address ? address.port : 0 };
}

const quick = { ...limits, total: 2, connect: 1, silence: 1 };
const now = () => new Date('2031-05-31T18:00:00Z');

test('no address of a private network is ever connected to', async () => {
  const { hits, port } = await trap();
  const ask = openNetwork({ allowLoopback: false, now, limits: quick });
  assert.equal(inner.block.length, 31);
  for (const host of inner.block) {
    const answer = await ask({ url: `http://${host}:${port}/`, headers: {} });
    assert.ok('code' in answer, host);
    // A name such as `localhost.` may also not resolve at all.
    assert.match(answer.code, /^E_(?:ADDRESS|DNS)$/, `${host}: ${answer.reason}`);
  }
  assert.deepEqual(hits, []);
});

test('no such address is in the scope of a source, and no scheme but http', () => {
  const hosts = hostsOf(madeSource('caldmere', ['press.caldmere.example/*']));
  const urls = [...inner.block.map((host) => `http://${host}/`), ...inner.blockSchemes];
  for (const url of urls) assert.equal(outOfScope(url, hosts, false)?.code, 'E_SCOPE', url);
  assert.equal(outOfScope('https://press.caldmere.example/x', hosts, false), null);
  assert.equal(outOfScope('https://press.caldmere.example:8443/', hosts, false)?.code, 'E_SCOPE');
  assert.equal(outOfScope('https://u:p@press.caldmere.example/', hosts, false)?.code, 'E_SCOPE');
});

const start = 'http://press.caldmere.example';

/** Ways in which the pages of an institution can name an inner address, as what they answer by path. */
const ways: [name: string, answers: (inner: string[]) => Record<string, Answer>][] = [
  ['links of a listing', (targets) => ({ '/': page(links(targets)) })],
  ['a sitemap', (targets) => ({ '/': page(sitemap(targets)) })],
  ['redirects', (targets) => ({ '/': page(links(numbered(targets))), ...each(targets, moved) })],
  [
    'redirects after a redirect',
    (targets) => ({
      '/': page(links(numbered(targets))),
      ...each(targets, (_, n) => moved(`/b/again/${n}`)),
      ...Object.fromEntries(targets.map((to, n) => [`/b/again/${n}`, moved(to)])),
    }),
  ],
  [
    'meta refresh, canonical link and base',
    (targets) => ({
      '/': page(links(numbered(targets))),
      ...each(targets, (to) =>
        page(
          `<head><meta http-equiv="refresh" content="0;url=${to}"><link rel="canonical" href="${to}"><base href="${to}"></head>${briefing(1)}`,
        ),
      ),
    }),
  ],
];

for (const [name, answers] of ways) {
  test(`${name} lead to no inner address, also where a source lists its host`, async () => {
    const { hits, port } = await trap();
    const targets = inner.block.map((host) => `http://${host}:${port}/b/x`);
    const { asked, reports } = await fetchFrom(answers(targets), targets);
    assert.deepEqual(hits, []);
    if (!name.startsWith('meta')) {
      const inside = new Set(targets.map((it) => new URL(it).hostname));
      assert.equal(new Set(asked.filter((it) => inside.has(it))).size, inside.size);
      assert.deepEqual(reports[0]?.new, []);
    }
  });
}

test('robots.txt that redirects inside bans the host, and nothing inside is reached', async () => {
  const { hits, port } = await trap();
  for (const host of inner.block) {
    const to = `http://${host}:${port}/robots.txt`;
    const { reports } = await fetchFrom({ '/robots.txt': moved(to) }, [to]);
    assert.deepEqual(
      reports[0]?.failed.map(({ code }) => code),
      ['E_ROBOTS_UNREACHABLE'],
    );
  }
  assert.deepEqual(hits, []);
});

type Answer = { status: number; location?: string; body: string };
const page = (body: string): Answer => ({ status: 200, body });
const moved = (location: string): Answer => ({ status: 302, location, body: '' });
const numbered = (targets: string[]) => targets.map((_, n) => `${start}/b/${n}`);
const links = (urls: string[]) => urls.map((url) => `<li><a href="${url}">x</a></li>`).join('');
const sitemap = (urls: string[]) => urls.map((url) => `<url><loc>${url}</loc></url>`).join('');
const each = (targets: string[], answer: (to: string, n: number) => Answer) =>
  Object.fromEntries(targets.map((to, n) => [`/b/${n}`, answer(to, n)]));

/** A fetch from a made-up outside world; every other address goes through the real guard. */
async function fetchFrom(answers: Record<string, Answer>, targets: string[]) {
  const guarded = openNetwork({ allowLoopback: false, now, limits: quick });
  const asked: string[] = [];
  const transport: Transport = async (request) => {
    const { hostname, origin, pathname } = new URL(request.url);
    if (origin !== start) {
      asked.push(hostname);
      return guarded(request);
    }
    const { status, location, body } = answers[pathname] ?? { status: 404, body: '' };
    const fields: [string, string][] = [
      ['content-type', 'text/html'],
      ['content-length', '1'],
    ];
    if (location) fields.push(['location', location]);
    return {
      url: request.url,
      status,
      statusText: '',
      fields,
      body: Buffer.from(body),
      recorded: now().toISOString(),
      how: 'fetched',
      sent: {},
    };
  };
  const kind = answers['/']?.body.startsWith('<url>') ? 'sitemap' : 'page';
  const hosts = targets.map((it) => `${new URL(it).hostname}/*`);
  const source = {
    ...madeSource('caldmere', ['press.caldmere.example/b/*']),
    urls: ['press.caldmere.example/b/*', ...hosts],
    listings: [listing.parse({ start: `${start}/`, kind })],
  };
  const { clock } = quickClock();
  const reports = await fetchSources([source], {
    content: await contentFolder({}),
    transport,
    clock,
    random: () => 0,
    userAgent: 'Lectern/test',
    anyPort: true,
    refresh: false,
    signal: new AbortController().signal,
    onPlan() {},
    onVisit() {},
  });
  return { asked, reports };
}
