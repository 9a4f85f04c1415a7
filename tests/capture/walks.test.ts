import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDue } from '../../src/capture/fetch/pages.ts';
import { type Listing, listing } from '../../src/model/listing.ts';
import { briefing, html, list, type Route, status } from './fault-server.ts';
import { openOffice } from './office.ts';
import { officeSource } from './office-source.ts';
import { quickClock } from './quick-clock.ts';

const xml =
  (body: string): Route =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(body);
  };

const four = Object.fromEntries([1, 2, 3, 4].map((n) => [`/b/${n}.html`, html(briefing(n))]));
const counted = (numbers: number[]) => html(`<script>var countPage = 2;</script>${list(numbers)}`);

/** Ways in which institutions list their pages; the list pages are asked for in this order. */
const kinds: [name: string, how: Partial<Listing> & { start: string }, lists: [string, Route][]][] =
  [
    [
      'a second list page with a number in its name, until a 404',
      { start: '/index.shtml', next: 'index_{n}.shtml' },
      [
        ['/index.shtml', html(list([4, 3]))],
        ['/index_1.shtml', html(list([2, 1]))],
        ['/index_2.shtml', (response) => void response.writeHead(404).end()],
      ],
    ],
    [
      'countPage in a script',
      { start: '/index.shtml', next: 'index_{n}.shtml', count: 'countPage = (?<n>\\d+)' },
      [
        ['/index.shtml', counted([4, 3])],
        ['/index_1.shtml', counted([2, 1])],
      ],
    ],
    [
      '?page=n that answers the last page for ever',
      { start: '/list', next: 'list?page={n}' },
      [
        ['/list', html(list([4, 3]))],
        ['/list?page=1', html(list([2, 1]))],
        ['/list?page=2', html(list([2, 1]))],
      ],
    ],
    [
      'a folder for each list page',
      { start: '/list/', next: 'page/{n}/', first: 2, most: 2, links: 'a', follow: '/b/\\d' },
      [
        ['/list/', html('<a href="../b/4.html">4</a><a href="/b/3.html">3</a><a href="/">x</a>')],
        ['/list/page/2/', html('<a href="../../../b/2.html">2</a><a href="/b/1.html">1</a>')],
      ],
    ],
    [
      'a sitemap',
      { start: '/sitemap.xml', kind: 'sitemap', follow: '/b/' },
      [
        [
          '/sitemap.xml',
          xml(
            `<urlset>${[4, 3, 2, 1].map((n) => `<url><loc>/b/${n}.html</loc></url>`).join('')}</urlset>`,
          ),
        ],
      ],
    ],
    [
      'an RSS feed',
      { start: '/feed/', kind: 'feed' },
      [
        [
          '/feed/',
          xml(
            `<rss><channel>${[4, 3, 2, 1].map((n) => `<item><link>/b/${n}.html</link></item>`).join('')}</channel></rss>`,
          ),
        ],
      ],
    ],
  ];

for (const [name, how, lists] of kinds) {
  test(`${name}: four pages, every list page asked for once`, async () => {
    const { server, run } = await openOffice({ ...four, ...Object.fromEntries(lists) });
    const it = listing.parse({ links: 'li a', ...how, start: server.origin + how.start });
    const source = officeSource(server, { listings: [it] });
    const [report] = await run({}, [source]);
    assert.deepEqual([report?.new.length, report?.failed], [4, []]);
    const asked = server.paths().filter((path) => !path.startsWith('/b/'));
    assert.deepEqual(asked, ['/robots.txt', ...lists.map(([path]) => path)]);
    server.log.length = 0;
    await run({}, [source]);
    assert.deepEqual(server.paths(), ['/robots.txt', lists[0]?.[0]]);
  });
}

/** An office whose pages are named by their day in May 2031, two a list page. */
async function dated() {
  const days = Array.from({ length: 8 }, (_, n) => `2031-05-${String(8 - n).padStart(2, '0')}`);
  const names = (from: number) =>
    html(
      `<ul>${days.slice(from, from + 2).map((day) => `<li><a href="/b/${day}.html">x</a>`)}</ul>`,
    );
  const office = await openOffice({
    ...Object.fromEntries(days.map((day, n) => [`/b/${day}.html`, html(briefing(n))])),
    '/': names(0),
    '/index_1.html': names(2),
    '/index_2.html': names(4),
    '/index_3.html': names(6),
  });
  const day = '/b/(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})';
  const start = `${office.server.origin}/`;
  const it = listing.parse({ start, links: 'li a', next: 'index_{n}.html', day });
  const source = officeSource(office.server, { listings: [it] });
  const asked = (prefix: string) =>
    office.server.paths().filter((path) => path.startsWith(prefix)).length;
  return { ...office, asked, fetch: (more = {}) => office.run(more, [source]) };
}

test('since and until bound the pages, and since ends the walk; the next run takes up the rest', async () => {
  const { server, asked, fetch } = await dated();
  const [bounded] = await fetch({ since: '2031-05-05', until: '2031-05-07' });
  const days = bounded?.new.map((url) => url.slice(-15, -5));
  assert.deepEqual(days, ['2031-05-07', '2031-05-06', '2031-05-05']);
  assert.equal(asked('/index'), 2);
  server.log.length = 0;
  const [rest] = await fetch();
  assert.equal(rest?.new.length, 5);
  assert.equal(asked('/index'), 4);
});

test('refresh walks the whole listing and looks at every page again', async () => {
  const { server, asked, fetch } = await dated();
  await fetch();
  server.log.length = 0;
  const [again] = await fetch({ refresh: true });
  assert.deepEqual([again?.new.length, again?.unchanged.length, asked('/b/')], [0, 8, 8]);
  assert.equal(asked('/index'), 4);
});

test('refresh looks again at a page that the listing no longer names, unless days bound it', async () => {
  const { routes, fetch } = await dated();
  await fetch();
  routes.set('/', html('<ul><li><a href="/b/2031-05-08.html">x</a></ul>'));
  routes.set('/b/2031-05-07.html', status(404));
  const [bounded] = await fetch({ refresh: true, since: '2031-05-01' });
  assert.deepEqual([bounded?.unchanged.length, bounded?.gone.length], [7, 0]);
  const [whole] = await fetch({ refresh: true });
  assert.deepEqual([whole?.unchanged.length, whole?.gone.length], [7, 1]);
});

test('a page is looked at again daily for a week, weekly for a quarter, then yearly', () => {
  const day = 24 * 3600;
  const { clock } = quickClock('2031-01-01T05:17:00Z');
  const first = clock.now().toISOString();
  const page = { url: '', first, how: 'fetched', latest: null, revisits: 0 } as const;
  const absent = { since: first, why: '404' };
  let last = first;
  const looks: number[] = [];
  for (let at = 1; at <= 3 * 366; at += 1) {
    // Cron is late by up to an hour and a half, more on one day than on the next.
    void clock.wait(day + (at % 2 === 0 ? 5400 : -5400));
    if (!isDue({ ...page, last, absent }, clock.now())) continue;
    last = clock.now().toISOString();
    looks.push(at);
  }
  const week = [1, 2, 3, 4, 5, 6, 7];
  assert.deepEqual(looks.slice(0, 7), week.slice(0, 7));
  const weekly = looks.filter((at) => at > 7 && at < 92);
  assert.deepEqual(
    weekly,
    Array.from({ length: 12 }, (_, n) => 14 + 7 * n),
  );
  const yearly = looks.filter((at) => at >= 92);
  assert.equal(yearly.length, 2);
  assert.equal((yearly[1] ?? 0) - (yearly[0] ?? 0), 360);
});
