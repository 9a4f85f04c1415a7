import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openReplay } from '../../src/capture/fetch/replay.ts';
import { listing } from '../../src/model/listing.ts';
import { contentFolder } from '../archive/content.ts';
import { briefing, html } from './fault-server.ts';
import { madeSource } from './made-source.ts';
import { listed, openOffice } from './office.ts';
import { pageUrl, readAll, response, storeRun } from './pages.ts';

test('a WARC in the place of the network: dates as recorded, nothing counts as fetched', async () => {
  const office = await openOffice({ ...listed(1), '/b/1.html': html(briefing(1)) });
  const start = 'https://press.caldmere.example/';
  const front = {
    ...response(9, `<li><a href="${pageUrl(1)}">1</a><a href="${pageUrl(2)}">2</a>`),
    url: start,
  };
  const page = response(1, briefing(1));
  const content = await contentFolder({});
  const warc = path.join(content, await storeRun(content, [front, page]));
  const source = {
    ...madeSource('caldmere', ['press.caldmere.example/briefings/*']),
    listings: [listing.parse({ start })],
  };
  const [report] = await office.run({ transport: await openReplay(warc) }, [source]);
  assert.deepEqual(
    report?.failed.map(({ code }) => code),
    ['E_NOT_IN_WARC'],
  );
  const { captures } = await readAll(office.content);
  assert.deepEqual(
    captures.map(({ url, how, recorded, retrieved }) => [url, how, recorded, retrieved]),
    [[pageUrl(1), 'imported', page.recorded, undefined]],
  );
  assert.equal(office.server.log.length, 0);
});
