import assert from 'node:assert/strict';
import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { isIP, type LookupFunction } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
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
import { answer, trap } from './trap.ts';

const file = readFileSync(path.join(import.meta.dirname, 'ssrf-hosts.json'), 'utf8');
const inner = z
  .object({
    block: z.array(z.string()),
    blockSchemes: z.array(z.string()),
    vectors: z.array(z.string()),
  })
  .parse(JSON.parse(file));

const quick = { ...limits, total: 2, connect: 1, silence: 1 };
const now = () => new Date('2031-05-31T18:00:00Z');

/** Connections that each vector of ssrf-hosts.json led to, all 31 hosts tried. */
const connections = new Map<string, number>();

test('direct: no address of a private network is ever connected to', async () => {
  const { hits, port } = await trap();
  const ask = openNetwork({ allowLoopback: false, now, limits: quick });
  for (const host of inner.block) {
    const answer = await ask({ url: `http://${host}:${port}/`, headers: {} });
    assert.ok('code' in answer, host);
    // A name such as `localhost.` may also not resolve at all.
    assert.match(answer.code, /^E_(?:ADDRESS|DNS)$/, `${host}: ${answer.reason}`);
  }
  connections.set('direct', hits.length);
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

/** Ways in which an institution can name an inner address, as what it answers by path. */
const ways: [vector: string, answers: (inner: string[]) => Record<string, Answer>][] = [
  ['a link of a listing', (targets) => ({ '/': page(links(targets)) })],
  ['sitemap entry', (targets) => ({ '/': page(sitemap(targets)) })],
  ['302 Location', (targets) => ({ '/': page(links(numbered(targets))), ...each(targets, moved) })],
  [
    '301 then 302',
    (targets) => ({
      '/': page(links(numbered(targets))),
      ...each(targets, (_, n) => ({ ...moved(`/b/again/${n}`), status: 301 })),
      ...Object.fromEntries(targets.map((to, n) => [`/b/again/${n}`, moved(to)])),
    }),
  ],
  [
    'meta refresh',
    (targets) => ({
      '/': page(links(numbered(targets))),
      ...each(targets, (to) => page(`<meta http-equiv="refresh" content="0;url=${to}">`)),
    }),
  ],
  [
    'Link header / canonical',
    (targets) => ({
      '/': page(links(numbered(targets))),
      ...each(targets, (to) => ({
        ...page(`<link rel="canonical" href="${to}"><base href="${to}">${briefing(1)}`),
        link: `<${to}>; rel="canonical"`,
      })),
    }),
  ],
];

for (const [vector, answers] of ways) {
  test(`${vector} leads to no inner address, also where a source lists its host`, async () => {
    const { hits, port } = await trap();
    const targets = inner.block.map((host) => `http://${host}:${port}/b/x`);
    const { asked, reports } = await fetchFrom(answers(targets), targets);
    connections.set(vector, hits.length);
    if (/^(?:meta|Link)/.test(vector)) return;
    const inside = new Set(targets.map((it) => new URL(it).hostname));
    assert.equal(new Set(asked.filter((it) => inside.has(it))).size, inside.size);
    assert.deepEqual(reports[0]?.new, []);
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
  connections.set('robots.txt redirect', hits.length);
});

/** Names that the resolver of these tests knows, each for one inner address. */
const names: [vector: string, name: string][] = [
  ['DNS name resolving to it', 'inner'],
  // Its robots.txt was had while the name still led outside.
  ['DNS rebinding: public at check, private at connect', 'rebound'],
];
for (const [vector, name] of names) {
  test(`${vector}: refused when the socket connects`, async () => {
    const { hits, port } = await trap();
    const targets = inner.block.map((_, n) => `http://${name}-${n}.caldmere.example:${port}/b/x`);
    const { reports } = await fetchFrom({ '/': page(links(targets)) }, targets);
    connections.set(vector, hits.length);
    const codes = reports[0]?.failed.map(({ code }) => code) ?? [];
    const expected = name === 'inner' ? 'E_ROBOTS_UNREACHABLE' : 'E_ADDRESS';
    assert.deepEqual(codes, Array(inner.block.length).fill(expected));
  });
}

test('31 hosts by 9 vectors: 0 connections', (t) => {
  assert.equal(inner.block.length, 31);
  const counts = inner.vectors.map((vector) => connections.get(vector));
  t.diagnostic(
    `${inner.block.length} hosts × ${counts.length} vectors: ${counts.join(' + ')} connections`,
  );
  assert.deepEqual(counts, Array(9).fill(0));
  assert.equal(connections.get('a link of a listing'), 0);
});

/** Resolves the made-up names, to the address that each stands for. */
const resolver: LookupFunction = (name, options, done) => {
  const n = Number(name.match(/-(\d+)\./)?.[1]);
  const { hostname } = new URL(`http://${inner.block[n] ?? ''}/`);
  const address = hostname.replace(/^\[|\]$/g, '');
  answer(isIP(address) ? address : '127.0.0.1', options, done);
};

type Answer = { status: number; location?: string; link?: string; body: string };
const page = (body: string): Answer => ({ status: 200, body });
const moved = (location: string): Answer => ({ status: 302, location, body: '' });
const numbered = (targets: string[]) => targets.map((_, n) => `${start}/b/${n}`);
const links = (urls: string[]) => urls.map((url) => `<li><a href="${url}">x</a></li>`).join('');
const sitemap = (urls: string[]) => urls.map((url) => `<url><loc>${url}</loc></url>`).join('');
const each = (targets: string[], answer: (to: string, n: number) => Answer) =>
  Object.fromEntries(targets.map((to, n) => [`/b/${n}`, answer(to, n)]));

/** A fetch from a made-up outside world; every other address goes through the real guard. */
async function fetchFrom(answers: Record<string, Answer>, targets: string[]) {
  const lookup: LookupFunction = (name, ...rest) =>
    (name.endsWith('.caldmere.example') ? resolver : dns.lookup)(name, ...rest);
  const guarded = openNetwork({ allowLoopback: false, now, limits: quick, lookup });
  const asked: string[] = [];
  const transport: Transport = async (request) => {
    const { hostname, origin, pathname } = new URL(request.url);
    const isPublic = hostname.startsWith('rebound-') && pathname === '/robots.txt';
    if (origin !== start && !isPublic) {
      asked.push(hostname);
      return guarded(request);
    }
    const { status, location, link, body } = answers[pathname] ?? { status: 404, body: '' };
    const fields: [string, string][] = [
      ['content-type', 'text/html'],
      ['content-length', '1'],
    ];
    if (location) fields.push(['location', location]);
    if (link) fields.push(['link', link]);
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
    onListing() {},
    onPlan() {},
    onVisit() {},
  });
  return { asked, reports };
}
