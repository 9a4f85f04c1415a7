import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { verify } from '../../src/capture/verify.ts';
import { contentFolder } from '../archive/content.ts';
import { afterPages, askedFor, bigOffice, endOf } from '../capture/crash.ts';
import { bundledChild, kill, onDisk } from '../capture/killed.ts';
import { chanceFrom } from '../ledger/random.ts';

const kills = 200;
const pages = 200;
const chance = chanceFrom(20310531);

/** Waits for an instant that nobody chose: while it starts, or some milliseconds after a page request. */
async function someInstant(child: ChildProcess, server: Awaited<ReturnType<typeof bigOffice>>) {
  const page = chance.below(50);
  if (page > 0) await afterPages(server, page, child);
  // A request takes some 5 ms from the question to the disk; a start some 400.
  await setTimeout(chance.below(page > 0 ? 8 : 400));
}

test(`${kills} kill -9 in runs of ${pages} pages`, async (t) => {
  const start = await bundledChild();
  const server = await bigOffice(pages);
  after(() => server.close());
  const sum = { archives: 0, killed: 0, runs: 0, requests: 0, again: 0, twice: 0 };
  const bad = { unreadable: 0, lost: 0, afterStored: 0, inFlight: 0 };
  while (sum.killed < kills) {
    server.log.length = 0;
    const content = path.join(await contentFolder({}), 'content');
    let stored = new Set<string>();
    for (let whole = false; !whole; ) {
      const before = new Map(askedFor(server));
      const child = start(content, server.origin);
      sum.runs += 1;
      if (sum.killed < kills) await someInstant(child, server);
      else await endOf(child);
      const killed = sum.killed < kills && (await kill(child));
      sum.killed += Number(killed);
      const { urls, faults } = await onDisk(content);
      bad.unreadable += faults.length;
      const now = new Set(urls);
      bad.lost += [...stored].filter((url) => !now.has(url)).length;
      sum.twice += urls.length - now.size;
      const asked = [...askedFor(server)].map(([name, count]) => ({
        url: server.origin + name,
        count: count - (before.get(name) ?? 0),
      }));
      bad.afterStored += asked.filter(({ url, count }) => count > 0 && stored.has(url)).length;
      const open = asked.filter(({ url }) => !now.has(url)).length;
      bad.inFlight = Math.max(bad.inFlight, open);
      stored = now;
      whole = !killed && stored.size === pages;
      if (!killed) assert.equal(child.exitCode, 0, child.output());
    }
    assert.deepEqual((await verify(content, [])).findings, []);
    const counts = [...askedFor(server).values()];
    sum.requests += counts.reduce((total, count) => total + count, 0);
    sum.again += counts.filter((count) => count > 1).length;
    sum.archives += 1;
  }
  t.diagnostic(
    `${sum.killed} kills in ${sum.runs} runs over ${sum.archives} archives of ${pages} pages: ` +
      `${bad.unreadable} unreadable records, ${bad.lost} lost captures, ${sum.twice} stored twice, ` +
      `${bad.afterStored} pages asked for again though stored; ${sum.requests} page requests, ` +
      `${sum.again} of them again for a page in flight at a kill, at most ${bad.inFlight} a kill`,
  );
  assert.deepEqual(
    { ...bad, twice: sum.twice },
    { unreadable: 0, lost: 0, afterStored: 0, inFlight: 1, twice: 0 },
  );
});
