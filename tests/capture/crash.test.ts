import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { sweep } from '../../src/capture/sweep.ts';
import { verify } from '../../src/capture/verify.ts';
import { exitCodes } from '../../src/commands/command.ts';
import { lockFolder } from '../../src/files/lock.ts';
import { contentFolder } from '../archive/content.ts';
import { chanceFrom } from '../ledger/random.ts';
import {
  afterPages,
  askedFor,
  bigOffice,
  endOf,
  officeArchive,
  startFetch,
  startFetchWith,
} from './crash.ts';
import { briefing, html, type Route } from './fault-server.ts';
import { fetchOffice } from './fetch-office.ts';
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

test('a full disk ends the run at once, keeps what was whole, and the next run goes on', async () => {
  const filler = chanceFrom(7);
  const bulky = Array.from({ length: 12_000 }, () => filler.below(36).toString(36)).join('');
  const server = await bigOffice(60, (n, page) => (n > 0 ? html(briefing(n, bulky)) : page));
  after(() => server.close());
  const content = await officeArchive(server);
  // 512 blocks of 512 bytes: some thirty pages, and no file that the program itself needs.
  const child = startFetchWith(content, 'ulimit -f 512');
  assert.equal(await endOf(child), 3, child.output());
  assert.match(child.output(), /^lectern: Cannot write beyond the limit [^\n]*: EFBIG: [^\n]*$/m);
  const { captures, faults } = await readAll(content);
  assert.deepEqual(faults, []);
  assert.equal(captures.length > 10 && captures.length < 60, true, `${captures.length} captures`);
  assert.deepEqual((await verify(content, [])).findings, []);
  assert.equal(await fetchOffice(content, server.origin), exitCodes.done);
  assert.equal((await readAll(content)).captures.length, 60);
  const twice = [...askedFor(server).values()].filter((count) => count > 1);
  assert.deepEqual(twice, [2]);
});

test('a lock whose owner was killed before it could sign is taken over', async () => {
  const content = await contentFolder({});
  await mkdir(path.join(content, '.lock'), { recursive: true });
  const old = new Date(Date.now() - 60_000);
  await utimes(path.join(content, '.lock'), old, old);
  const locked = await lockFolder(content, () => new Date(), assert.fail);
  assert.equal('owner' in locked, false);
  if ('release' in locked) await locked.release();
  assert.deepEqual(await readdir(content), []);
});

test('what a killed run had half written is told by verify, and gone with the next', async () => {
  const content = await contentFolder({});
  const half = path.join(content, 'captures/caldmere/wanted.json.3145926535');
  await mkdir(path.dirname(half), { recursive: true });
  await writeFile(half, '{"walked":');
  assert.match((await verify(content, [])).findings[0]?.cure ?? '', /takes it up$/);
  await sweep(content);
  assert.deepEqual((await verify(content, [])).findings, []);
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
