import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { verify } from '../../src/capture/verify.ts';
import { afterPages, askedFor, bigOffice, endOf, officeArchive, startFetch } from './crash.ts';
import type { Route } from './fault-server.ts';
import { readAll } from './pages.ts';

test('a run that is killed is taken up by the next, and no page is asked for twice', async () => {
  const server = await bigOffice(60);
  after(() => server.close());
  const content = await officeArchive(server);
  const first = startFetch(content);
  await afterPages(server, 20, first);
  first.kill('SIGKILL');
  assert.equal(await endOf(first), 'SIGKILL');
  const second = startFetch(content);
  assert.equal(await endOf(second), 0, second.output());
  assert.match(second.output(), /: taken up from a run that was cut/);
  const { captures, faults } = await readAll(content);
  assert.deepEqual([captures.length, faults], [60, []]);
  assert.deepEqual((await verify(content, [])).findings, []);
  const doubles = [...askedFor(server).values()].filter((count) => count > 1);
  assert.equal(doubles.length <= 1, true, `${doubles.length} pages asked for twice`);
});

test('two runs cannot collide: the second names the first and leaves', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const held =
    (page: Route): Route =>
    async (...asked) => {
      await gate;
      await page(...asked);
    };
  const server = await bigOffice(60, (n, page) => (n > 50 ? page : held(page)));
  after(() => server.close());
  const content = await officeArchive(server);
  const first = startFetch(content);
  await afterPages(server, 1, first);
  const second = startFetch(content);
  assert.equal(await endOf(second), 75, second.output());
  assert.match(second.output(), new RegExp(`while process ${first.pid} on \\S+ \\(since 2`));
  first.kill('SIGINT');
  open();
  assert.equal(await endOf(first), 130, first.output());
});

test('Ctrl-C finishes the page in flight and leaves a whole archive', async () => {
  const server = await bigOffice(200);
  after(() => server.close());
  const content = await officeArchive(server);
  const child = startFetch(content);
  await afterPages(server, 5, child);
  child.kill('SIGINT');
  assert.equal(await endOf(child), 130, child.output());
  const { captures, faults } = await readAll(content);
  assert.deepEqual([captures.length, faults], [askedFor(server).size, []]);
  assert.deepEqual((await verify(content, [])).findings, []);
  const wanted = JSON.parse(
    await readFile(path.join(content, 'captures/caldmere/wanted.json'), 'utf8'),
  );
  assert.equal(wanted.pages.length + captures.length, 200);
});
