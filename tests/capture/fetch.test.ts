import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefing, faults, html, list, status } from './fault-server.ts';
import { listed, openOffice } from './office.ts';
import { readAll, readRecords } from './pages.ts';
import { quickClock } from './quick-clock.ts';

for (const [name, route, code] of faults) {
  test(`${name} is ${code}: nothing stored, the next page is`, async () => {
    const { content, run } = await openOffice({
      ...listed(1, 2),
      '/b/1.html': route,
      '/b/2.html': html(briefing(2)),
      '/system/gone.html': html(briefing(3)),
    });
    const [report] = await run();
    assert.deepEqual(
      report?.failed.map((it) => it.code),
      [code],
    );
    assert.doesNotMatch(report?.failed[0]?.reason ?? '', /\n/);
    assert.equal(report?.new.length, 1);
    assert.equal(report?.wanted, 1);
    const { captures, faults: damages } = await readAll(content);
    assert.deepEqual(damages, []);
    assert.deepEqual(
      captures.map(({ url }) => new URL(url).pathname),
      ['/b/2.html'],
    );
  });
}

test('a record that speaks of 404 and captchas is a record', async () => {
  const { run } = await openOffice({
    ...listed(1),
    '/b/1.html': html(
      briefing(1, 'The page was 404, not found; the 验证码 and the captcha failed.'),
    ),
  });
  assert.equal((await run())[0]?.new.length, 1);
});

test('an error that passes is tried again, three times in all', async () => {
  const page = html(briefing(1));
  const { server, run } = await openOffice({
    ...listed(1),
    '/b/1.html': (response, request, nth) =>
      nth < 3 ? status(503)(response, request, nth) : page(response, request, nth),
  });
  assert.equal((await run())[0]?.new.length, 1);
  assert.equal(server.paths().filter((path) => path === '/b/1.html').length, 3);
});

test('what is stored is what was sent: bytes, head, request, no cookie', async () => {
  const { content, run } = await openOffice({
    ...listed(1),
    '/b/1.html': html(briefing(1), { 'set-cookie': 'id=secret', 'x-kept': 'yes' }),
  });
  await run();
  const { captures } = await readAll(content);
  assert.equal(Buffer.from(captures[0]?.bytes ?? []).toString(), briefing(1));
  assert.equal(captures[0]?.how, 'fetched');
  const { records } = await readRecords(`${content}/${captures[0]?.place.path}`);
  assert.deepEqual(
    records.map(({ type }) => type),
    ['warcinfo', 'response', 'request'],
  );
  assert.match(records[1]?.block ?? '', /\r\nx-kept: yes\r\n/);
  assert.doesNotMatch(records[1]?.block ?? '', /secret/);
  assert.match(
    records[2]?.block ?? '',
    /^GET \/b\/1\.html HTTP\/1\.1\r\nhost: 127.*\r\nuser-agent: Lectern/,
  );
});

test('a page is asked for again with its validators as they came, and noted as seen again', async () => {
  const etag = 'W/"odd "';
  const { server, content, run } = await openOffice({
    ...listed(1),
    '/b/1.html': (response, request, nth) => {
      const again = request.headers['if-none-match'] === etag;
      const route = again
        ? status(304, { etag })
        : html(briefing(1), { etag, 'last-modified': 'nonsense' });
      void route(response, request, nth);
    },
  });
  await run();
  const next = quickClock('2031-06-01T18:00:00Z');
  const [report] = await run({ clock: next.clock });
  assert.equal(report?.unchanged.length, 1);
  assert.equal(server.log.at(-1)?.headers['if-modified-since'], 'nonsense');
  const { captures, faults: damages } = await readAll(content);
  assert.deepEqual(damages, []);
  assert.equal(captures.length, 2);
  assert.deepEqual(captures[0]?.bytes, captures[1]?.bytes);
});

test('a silent edit is a second capture, a page that is gone is noted, both are looked at in time', async () => {
  const { routes, content, run } = await openOffice({
    ...listed(1, 2),
    '/b/1.html': html(briefing(1)),
    '/b/2.html': html(briefing(2)),
  });
  await run();
  routes.set('/b/1.html', html(briefing(1, 'The harbour opens in autumn.')));
  routes.delete('/b/2.html');
  const soon = quickClock('2031-05-31T20:00:00Z');
  assert.equal((await run({ clock: soon.clock }))[0]?.changed.length, 0);
  const tomorrow = quickClock('2031-06-01T18:00:00Z');
  const [report] = await run({ clock: tomorrow.clock });
  assert.deepEqual([report?.changed.length, report?.gone.length], [1, 1]);
  assert.equal((await readAll(content)).captures.length, 3);
});

test('a walk ends at the first page known in full, and takes up what failed before', async () => {
  const pages = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((n) => [`/b/${n}.html`, html(briefing(n))]),
  );
  const { routes, server, run } = await openOffice({
    ...pages,
    '/': html(list([6, 5])),
    '/index_1.html': html(list([4, 3])),
    '/index_2.html': html(list([2, 1])),
    '/b/1.html': status(500),
  });
  const [first] = await run();
  assert.deepEqual([first?.new.length, first?.failed.length, first?.wanted], [5, 1, 1]);
  routes.set('/b/1.html', html(briefing(1)));
  routes.set('/', html(list([7, 6])));
  routes.set('/b/7.html', html(briefing(7)));
  server.log.length = 0;
  const [second] = await run();
  assert.deepEqual([second?.new.length, second?.wanted], [2, 0]);
  assert.deepEqual(server.paths(), ['/robots.txt', '/', '/index_1.html', '/b/7.html', '/b/1.html']);
});

test('a walk that was cut is gone through again to its end', async () => {
  const { routes, run } = await openOffice({
    '/': html(list([4])),
    '/b/4.html': html(briefing(4)),
    '/index_1.html': status(500),
    '/index_2.html': html(list([2])),
    '/b/2.html': html(briefing(2)),
  });
  assert.deepEqual(
    (await run())[0]?.failed.map(({ code }) => code),
    ['E_STATUS'],
  );
  routes.set('/index_1.html', html(list([3])));
  routes.set('/b/3.html', html(briefing(3)));
  assert.equal((await run())[0]?.new.length, 2);
});

test('a listing without links is an error, and other sources go on', async () => {
  const good = await openOffice({ ...listed(1), '/b/1.html': html(briefing(1)) });
  const bad = await openOffice({ '/': html('<html><body>New layout</body></html>') });
  const [first, second] = await good.run({}, [{ ...bad.source, id: 'arden' }, good.source]);
  assert.deepEqual(
    first?.failed.map(({ code }) => code),
    ['E_LISTING'],
  );
  assert.equal(second?.new.length, 1);
});

test('a redirect within the source is followed, kept, and not asked for again', async () => {
  const { server, run, content } = await openOffice({
    ...listed(1),
    '/b/1.html': status(301, { location: '/b/one.html#top' }),
    '/b/one.html': html(briefing(1)),
  });
  assert.equal((await run())[0]?.new.length, 1);
  server.log.length = 0;
  await run();
  assert.deepEqual(server.paths(), ['/robots.txt', '/']);
  const { captures } = await readAll(content);
  assert.deepEqual(
    captures.map(({ url }) => new URL(url).pathname),
    ['/b/one.html'],
  );
});

test('a page that redirects is looked at again where it led, once', async () => {
  const { server, run, content } = await openOffice({
    ...listed(1),
    '/b/1.html': status(301, { location: '/b/one.html' }),
    '/b/one.html': html(briefing(1)),
  });
  await run();
  server.log.length = 0;
  const { clock } = quickClock('2031-06-01T18:00:00Z');
  assert.equal((await run({ clock }))[0]?.unchanged.length, 1);
  assert.deepEqual(server.paths(), ['/robots.txt', '/', '/b/one.html']);
  const all = await run({ clock: quickClock('2031-06-02T08:00:00Z').clock, refresh: true });
  assert.equal(all[0]?.unchanged.length, 1);
  assert.equal((await readAll(content)).captures.length, 3);
});

test('pages that always fail do not cost the others their turn', async () => {
  const pages = Object.fromEntries([1, 2].map((n) => [`/b/${n}.html`, html(briefing(n))]));
  const { run } = await openOffice({
    ...pages,
    ...listed(5, 4, 3, 2, 1),
    '/b/5.html': status(403),
    '/b/4.html': status(403),
    '/b/3.html': status(403),
  });
  assert.equal((await run())[0]?.new.length, 0);
  assert.equal((await run())[0]?.new.length, 2);
});

test('limit bounds what is asked for, and the next run goes on', async () => {
  const pages = Object.fromEntries([1, 2, 3].map((n) => [`/b/${n}.html`, html(briefing(n))]));
  const { run } = await openOffice({ ...pages, ...listed(3, 2, 1) });
  assert.deepEqual((await run({ limit: 1 }))[0]?.wanted, 2);
  assert.equal((await run())[0]?.new.length, 2);
});
