import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Received } from '../../src/capture/fetch/transport.ts';
import { watchClock } from '../../src/capture/fetch/watch-clock.ts';
import { listCaptures } from '../../src/capture/list-captures.ts';
import { fetch } from '../../src/commands/fetch.ts';
import { runCommand } from './collecting.ts';
import { bigOffice, officeArchive } from './crash.ts';

const now = new Date('2031-05-31T18:00:00Z');

/** What becomes of an answer with these header fields. */
async function codeOf(fields: Received['fields'], more: Partial<Received> = {}) {
  const answer: Received = {
    url: 'https://press.caldmere.example/',
    status: 200,
    statusText: 'OK',
    fields,
    body: Buffer.from('<p>'),
    recorded: now.toISOString(),
    how: 'fetched',
    sent: {},
    ...more,
  };
  const got = await watchClock(
    async () => answer,
    () => now,
  )({ url: answer.url, headers: {} });
  return 'code' in got ? `${got.code} ${got.reason}` : 'taken';
}

test('an answer is taken only if the clocks of server and machine agree to a day', async () => {
  const date = (text: string): [string, string] => ['Date', text];
  assert.equal(await codeOf([]), 'taken');
  assert.equal(await codeOf([date('no date')]), 'taken');
  assert.equal(await codeOf([date('Sat, 31 May 2031 18:00:00 GMT')]), 'taken');
  assert.equal(await codeOf([date('Fri, 30 May 2031 19:00:00 GMT')]), 'taken');
  assert.match(
    await codeOf([date('Tue, 31 May 2023 18:00:00 GMT')]),
    /^E_CLOCK Cannot store a page while this machine's clock says 2031-.* and the server's 2023-.*: set/,
  );
  assert.match(await codeOf([date('Mon, 02 Jun 2031 19:00:00 GMT')]), /^E_CLOCK /);
  const old = date('Sun, 25 May 2031 18:00:00 GMT');
  assert.match(await codeOf([old]), /^E_CLOCK /);
  assert.equal(await codeOf([old, ['Age', '518400']]), 'taken');
});

test('a replayed record is not compared with its server, and never of the future', async () => {
  const replayed = { how: 'imported' as const };
  const fields: Received['fields'] = [['date', 'Tue, 31 May 2023 18:00:00 GMT']];
  assert.equal(await codeOf(fields, { ...replayed, recorded: '2024-01-01T00:00:00Z' }), 'taken');
  assert.match(
    await codeOf(fields, { ...replayed, recorded: '2099-01-01T00:00:00Z' }),
    /^E_CLOCK Expected a date before now, got `2099-01-01T00:00:00Z`$/,
  );
});

test('a machine whose clock is years ahead, or behind the newest capture, stores nothing', async () => {
  const server = await bigOffice(2);
  after(() => server.close());
  const content = await officeArchive(server);
  const run = (time: Date) =>
    runCommand(fetch, ['caldmere'], { allowLoopback: true, delay: 0 }, content, {
      now: () => time,
    });
  const real = Date.now();
  const years = 8 * 365 * 24 * 3600 * 1000;
  const ahead = await run(new Date(real + years));
  assert.equal(ahead.code, 1);
  assert.equal(ahead.said.filter((line) => line.includes('E_CLOCK Cannot store a page')).length, 1);
  assert.deepEqual(await listCaptures(content, 'caldmere'), []);
  assert.equal((await run(new Date(real))).code, 0);
  const stored = await listCaptures(content, 'caldmere');
  assert.ok(stored.length > 0);
  const behind = await run(new Date(real - years));
  assert.equal(behind.code, 3);
  assert.match(
    behind.said.join('\n'),
    /Cannot fetch: captures\/caldmere\/.*\.warc\.gz:\d+ is dated .* and the clock says .*: set the clock, or put the date right by `lectern import --redate`/,
  );
  assert.deepEqual(await listCaptures(content, 'caldmere'), stored);
});
