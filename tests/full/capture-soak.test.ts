import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sha256Of } from '../../src/capture/digest.ts';
import { listWarcs } from '../../src/capture/list-warcs.ts';
import { readWarc } from '../../src/capture/read-warc.ts';
import { verify } from '../../src/capture/verify.ts';
import { exitCodes } from '../../src/commands/command.ts';
import { contentFolder } from '../archive/content.ts';
import { afterPages, bigOffice } from '../capture/crash.ts';
import { faults, type Route } from '../capture/fault-server.ts';
import { fetchOffice } from '../capture/fetch-office.ts';
import { bundledChild, kill } from '../capture/killed.ts';
import { chanceFrom } from '../ledger/random.ts';

const pages = 2000;
const kills = 20;
/** Of a hundred pages, how many have each fault. */
const share = 3;
/** Seconds of silence after which a page is given up. */
const dead = 0.5;

const chance = chanceFrom(2000);
// Redirects lead to addresses of another server, or to a page that is gone, which is a fact and no fault.
const kinds = faults.filter(([name]) => !name.startsWith('a redirect'));

/** Answers without their time, so that two servers answer alike. */
const timeless =
  (route: Route): Route =>
  (response, ...asked) => {
    response.sendDate = false;
    return route(response, ...asked);
  };

/** For the first one to three requests a fault, then the page; what takes long comes once. */
function troubled(page: Route): Route {
  const at = chance.below(100);
  const [, fault, code] = kinds[Math.floor(at / share)] ?? [];
  const times = code === 'E_TIMEOUT' ? 1 : 1 + chance.below(3);
  return (response, request, nth) => (fault && nth <= times ? fault : page)(response, request, nth);
}

/** Every record of what came, without the archive's own times: path → digest of head and body. */
async function contentsOf(content: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const warc of await listWarcs(content)) {
    const fail = ({ reason }: { reason: string }) => assert.fail(`${warc}: ${reason}`);
    for await (const { type, headers, block } of readWarc(path.join(content, warc), fail)) {
      if (type === 'warcinfo' || type === 'request') continue;
      const { pathname } = new URL(headers.get('warc-target-uri') ?? '');
      found.set(pathname, [...(found.get(pathname) ?? []), `${type} ${sha256Of(block)}`]);
    }
  }
  return new Map([...found].sort());
}

test(`${pages} pages, ${share} % of each of ${kinds.length} faults, ${kills} kills`, async (t) => {
  const calm = await bigOffice(pages, (_, page) => timeless(page));
  const rough = await bigOffice(pages, (_, page) => troubled(timeless(page)));
  after(() => Promise.all([calm.close(), rough.close()]));
  const folder = await contentFolder({});
  const [quiet, stormy] = [path.join(folder, 'quiet/content'), path.join(folder, 'stormy/content')];
  assert.equal(await fetchOffice(quiet, calm.origin), exitCodes.done);
  const start = await bundledChild();
  let killed = 0;
  let runs = 0;
  for (; killed < kills; runs += 1) {
    const child = start(stormy, rough.origin, String(dead));
    await afterPages(rough, 1 + chance.below(15), child);
    await setTimeout(chance.below(8));
    killed += Number(await kill(child));
  }
  for (let done = false; !done; runs += 1) {
    done = (await fetchOffice(stormy, rough.origin, dead)) === exitCodes.done;
  }
  const [want, got] = [await contentsOf(quiet), await contentsOf(stormy)];
  t.diagnostic(
    `${runs} runs, ${killed} of them killed; ${rough.log.length} requests for ${pages} pages; ` +
      `${got.size} captures, ${[...want].filter(([name, it]) => String(got.get(name)) !== String(it)).length} unlike the calm run's`,
  );
  assert.equal(want.size, pages);
  assert.deepEqual(got, want);
  assert.deepEqual((await verify(stormy, [])).findings, []);
});
