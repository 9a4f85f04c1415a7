import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openHosts } from '../../src/capture/fetch/hosts.ts';
import { openReplay } from '../../src/capture/fetch/replay.ts';
import { walkListing } from '../../src/capture/fetch/walk.ts';
import { listing } from '../../src/model/listing.ts';
import { madeSource } from '../capture/made-source.ts';
import { quickClock } from '../capture/quick-clock.ts';

const warc = path.resolve(import.meta.dirname, '../../../shared/corpus/mfa-zh-listings.warc.gz');

for (const [text, count] of [
  ['', 1000],
  ['例行记者会', 827],
] as const) {
  test(`67 list pages replayed: ${count} links${text ? ' to conferences' : ''}`, async () => {
    const it = listing.parse({
      start: 'https://www.fmprc.gov.cn/web/wjdt_674879/fyrbt_674889/default.shtml',
      links: '.rebox_news a',
      next: 'default_{n}.shtml',
      count: 'countPage = (?<n>\\d+)',
      text,
    });
    const hosts = openHosts({
      transport: await openReplay(warc),
      clock: quickClock().clock,
      random: () => 0,
      signal: new AbortController().signal,
      userAgent: 'Lectern/test',
      anyPort: false,
      pauses: new Map(),
    });
    const source = { ...madeSource('caldmere', ['www.fmprc.gov.cn/*']), listings: [it] };
    const reach = { known: () => false, whole: true, stopped: () => false };
    const walk = await walkListing(it, source, hosts, reach);
    assert.deepEqual([walk.failed, walk.complete], [null, true]);
    assert.equal(walk.links.length, count);
  });
}
