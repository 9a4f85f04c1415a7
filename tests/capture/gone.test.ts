import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOf } from '../../src/capture/fetch/pages.ts';
import { listCaptures } from '../../src/capture/list-captures.ts';
import { briefing, html, type Route, status } from './fault-server.ts';
import { listed, openOffice } from './office.ts';
import { readAll } from './pages.ts';
import { quickClock } from './quick-clock.ts';

const vanishings: [name: string, route: Route, why: string][] = [
  ['404', status(404), '404'],
  ['410', status(410), '410'],
  ['an error page with status 200', html('<html><p>页面不存在</p></html>'), 'E_SOFT_404'],
  ['a redirect to another part', status(302, { location: '/system/' }), 'E_SOFT_404'],
];
for (const [name, route, why] of vanishings) {
  test(`a page that was there and is now ${name} is a fact with a time, and no capture`, async () => {
    const { routes, content, run } = await openOffice({
      ...listed(1),
      '/b/1.html': html(briefing(1)),
      '/system/': html(briefing(9)),
    });
    await run();
    routes.set('/b/1.html', route);
    const runOn = async (day: string) =>
      (await run({ clock: quickClock(`${day}T18:00:00Z`).clock }))[0];
    assert.equal((await runOn('2031-06-01'))?.gone.length, 1);
    assert.equal((await runOn('2031-06-02'))?.unchanged.length, 1);
    const gone = [...pagesOf(await listCaptures(content, 'caldmere')).values()][0];
    // Two waits of five seconds stand between the start of the run and the answer.
    assert.deepEqual(gone?.absent, { since: '2031-06-01T18:00:10.000Z', why });
    assert.equal((await readAll(content)).captures.length, 1);
    routes.set('/b/1.html', html(briefing(1)));
    assert.equal((await runOn('2031-06-03'))?.changed.length, 1);
    const back = [...pagesOf(await listCaptures(content, 'caldmere')).values()][0];
    assert.equal(back?.absent, null);
    const { captures, faults: damages } = await readAll(content);
    assert.deepEqual([captures.length, damages], [2, []]);
  });
}

test('an error page for a page that never was there is no fact', async () => {
  const { content, run } = await openOffice({
    ...listed(1),
    '/b/1.html': html('<html><p>页面不存在</p></html>'),
  });
  assert.equal((await run())[0]?.failed[0]?.code, 'E_SOFT_404');
  assert.deepEqual(await listCaptures(content, 'caldmere'), []);
});
