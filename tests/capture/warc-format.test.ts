import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { listWarcs } from '../../src/capture/list-warcs.ts';
import { briefing, html, raw, status } from './fault-server.ts';
import { listed, openOffice } from './office.ts';
import { quickClock } from './quick-clock.ts';

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A record as warcio's reader gives it: fields by lower-case name, and the block. */
interface Read {
  version: string;
  fields: Map<string, string>;
  block: Buffer;
}

async function recordsOf(file: string): Promise<Read[]> {
  const records: Read[] = [];
  const parser = new WARCParser(createReadStream(file), { parseHttp: false });
  for await (const record of parser) {
    const fields = new Map<string, string>();
    for (const [name, value] of record.warcHeaders.headers) fields.set(name.toLowerCase(), value);
    const block = Buffer.from(await record.readFully(false));
    records.push({ version: record.warcHeaders.statusline, fields, block });
  }
  return records;
}

/** Two runs over a page as it is, packed, in chunks, behind a redirect, unchanged, and gone. */
async function archive(): Promise<Read[][]> {
  const etag = '"a"';
  const { routes, content, run } = await openOffice({
    ...listed(1, 2, 3, 4),
    '/b/1.html': html(briefing(1), { etag }),
    '/b/2.html': raw(gzipSync(briefing(2)), { 'content-encoding': 'gzip' }),
    '/b/3.html': status(301, { location: '/b/three.html' }),
    '/b/three.html': html(briefing(3)),
    '/b/4.html': html(briefing(4)),
  });
  await run();
  routes.set('/b/1.html', status(304, { etag }));
  routes.set('/b/4.html', status(404));
  await run({ clock: quickClock('2031-06-01T18:00:00Z').clock });
  const warcs = await listWarcs(content);
  return Promise.all(warcs.map((warc) => recordsOf(path.join(content, warc))));
}

const runs = await archive();
const all = runs.flat();
const typed = (type: string) => all.filter(({ fields }) => fields.get('warc-type') === type);

test('each WARC opens with warcinfo, and each answer is followed by its request', () => {
  const types = runs.map((records) => records.map(({ fields }) => fields.get('warc-type')));
  const five = Array.from({ length: 5 }, () => ['response', 'request']).flat();
  assert.deepEqual(types[0], ['warcinfo', ...five]);
  const seen = ['revisit', 'response', 'revisit', 'revisit'].flatMap((it) => [it, 'request']);
  assert.deepEqual([...(types[1] ?? [])].sort(), ['warcinfo', ...seen].sort());
  assert.match(String(all[0]?.block), /^software: Lectern\r\n/);
});

test('version, length, digest, date and an identity of its own stand in every record', () => {
  for (const { version, fields, block } of all) {
    assert.equal(version, 'WARC/1.1');
    assert.equal(Number(fields.get('content-length')), block.length);
    if (fields.get('warc-type') !== 'warcinfo') {
      assert.equal(fields.get('warc-block-digest'), sha256(block));
    }
    assert.match(fields.get('warc-date') ?? '', /^2031-0[56]-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
    assert.match(fields.get('warc-record-id') ?? '', /^<urn:uuid:[0-9a-f-]{36}>$/);
  }
  assert.equal(new Set(all.map(({ fields }) => fields.get('warc-record-id'))).size, all.length);
});

test('the payload digest is of what was sent, after the head', () => {
  for (const { fields, block } of typed('response')) {
    assert.match(fields.get('content-type') ?? '', /^application\/http; ?msgtype=response$/);
    const body = block.subarray(block.indexOf('\r\n\r\n') + 4);
    assert.equal(fields.get('warc-payload-digest'), sha256(body));
  }
});

test('a request names the answer that it got', () => {
  const answers = [...typed('response'), ...typed('revisit')];
  const byId = new Map(answers.map((it) => [it.fields.get('warc-record-id'), it]));
  for (const { fields, block } of typed('request')) {
    const answer = byId.get(fields.get('warc-concurrent-to'));
    assert.equal(fields.get('warc-target-uri'), answer?.fields.get('warc-target-uri'));
    assert.match(fields.get('content-type') ?? '', /^application\/http; ?msgtype=request$/);
    assert.match(String(block), /^GET \/b\/\S+ HTTP\/1\.1\r\nhost: /);
  }
});

test('a revisit names the record whose payload it saw again', () => {
  const payloads = new Map(
    typed('response').map(({ fields }) => [
      `${fields.get('warc-target-uri')} ${fields.get('warc-date')}`,
      fields.get('warc-payload-digest'),
    ]),
  );
  assert.equal(typed('revisit').length, 3);
  for (const { fields } of typed('revisit')) {
    assert.match(
      fields.get('warc-profile') ?? '',
      /^http:\/\/netpreserve\.org\/warc\/1\.[01]\/revisit\//,
    );
    const target = `${fields.get('warc-refers-to-target-uri')} ${fields.get('warc-refers-to-date')}`;
    assert.equal(fields.get('warc-payload-digest'), payloads.get(target), target);
  }
});

test('a page that is gone keeps its answer, marked', () => {
  const gone = typed('response').filter(({ fields }) => fields.has('lectern-absent'));
  assert.deepEqual(
    gone.map(({ fields }) => [
      fields.get('warc-target-uri')?.slice(-9),
      fields.get('lectern-absent'),
    ]),
    [['/b/4.html', '404']],
  );
});
