import assert from 'node:assert/strict';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { sha256Of } from '../../src/capture/digest.ts';
import { listCaptures } from '../../src/capture/list-captures.ts';
import { openRun } from '../../src/capture/open-run.ts';
import { readCaptures } from '../../src/capture/store.ts';
import { contentFolder } from '../archive/content.ts';
import { pageUrl, readAll, response, revisit, storeRun } from './pages.ts';

test('what was stored is read again, byte for byte and with its times', async () => {
  const content = await contentFolder({});
  const warc = await storeRun(content, [response(1)]);
  assert.equal(warc, 'captures/caldmere/2031/2031-05-31T18-00-00.000Z.warc.gz');
  const { captures, faults } = await readAll(content);
  assert.deepEqual(faults, []);
  const [capture] = captures;
  assert.deepEqual(
    { ...capture, bytes: Buffer.from(capture?.bytes ?? []).toString(), place: capture?.place.path },
    {
      source: 'caldmere',
      url: pageUrl(1),
      how: 'fetched',
      sha256: response(1).sha256,
      mediaType: 'text/html',
      charset: 'utf-8',
      bytes: '<h1>Briefing 1</h1>',
      recorded: '2031-05-01T16:00:00Z',
      retrieved: '2031-05-01T16:00:00Z',
      place: warc,
    },
  );
});

test('captures come by source, WARC and offset', async () => {
  const content = await contentFolder({});
  await storeRun(content, [response(3)], '2032-01-01T00:00:00.000Z');
  await storeRun(content, [response(2), response(1)]);
  const run = openRun(content, new Date('2031-05-31T18:00:00.000Z'));
  await run.add('arden', response(4));
  await run.close();
  const { captures } = await readAll(content);
  assert.deepEqual(
    captures.map(({ source, url }) => [source, url]),
    [
      ['arden', pageUrl(4)],
      ['caldmere', pageUrl(2)],
      ['caldmere', pageUrl(1)],
      ['caldmere', pageUrl(3)],
    ],
  );
});

test('captures added all at once are stored in the order of the calls', async () => {
  const content = await contentFolder({});
  const run = openRun(content, new Date('2031-05-31T18:00:00.000Z'));
  // The first are the longest to pack.
  const bodies = Array.from({ length: 40 }, (_, n) => `${n} ${'word '.repeat(8000 - 200 * n)}`);
  await Promise.all(bodies.map((body) => run.add('caldmere', response(1, body))));
  await run.close();
  const { captures, faults } = await readAll(content);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    captures.map(({ bytes }) => Buffer.from(bytes).toString()),
    bodies,
  );
});

test('a second run in the same millisecond gets a WARC of its own', async () => {
  const content = await contentFolder({});
  const first = await storeRun(content, [response(1)]);
  const second = await storeRun(content, [response(2)]);
  assert.notEqual(first, second);
  assert.equal((await readAll(content)).captures.length, 2);
});

test('a revisit yields the bytes that it saw again', async () => {
  const content = await contentFolder({});
  await storeRun(content, [response(1)]);
  await storeRun(content, [revisit(1)], '2031-06-30T18:00:00.000Z');
  const { captures, faults } = await readAll(content);
  assert.deepEqual(faults, []);
  const [first, again] = captures;
  assert.deepEqual(again?.bytes, first?.bytes);
  assert.equal(again?.mediaType, 'text/html');
  assert.equal(again?.retrieved, '2031-06-01T16:00:00Z');
});

test('a revisit of bytes that the archive lost is a fault', async () => {
  const content = await contentFolder({});
  await storeRun(content, [revisit(1)]);
  const { captures, faults } = await readAll(content);
  assert.equal(captures.length, 0);
  assert.match(faults[0]?.reason ?? '', /^Cannot read a revisit without a capture of/);
});

test('a content encoding is undone and the digest names the bytes without it', async () => {
  const content = await contentFolder({});
  const body = Buffer.from('<p>packed</p>');
  const packed = gzipSync(body);
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n';
  const capture = {
    ...response(1),
    sha256: sha256Of(body),
    payloadDigest: `sha256:${sha256Of(packed)}`,
    block: Buffer.concat([Buffer.from(head), packed]),
  };
  await storeRun(content, [capture]);
  const { captures, faults } = await readAll(content);
  assert.deepEqual(faults, []);
  assert.deepEqual(captures[0]?.bytes, body);
});

test('no address decides where anything is stored, and each keeps its own', async () => {
  const file = path.join(import.meta.dirname, 'path-traversal-urls.json');
  const { urls } = z
    .object({ urls: z.array(z.string()) })
    .parse(JSON.parse(await readFile(file, 'utf8')));
  const distinct = new Set(urls.map((url) => new URL(url).href));
  assert.deepEqual([urls.length, distinct.size], [27, 27]);
  const content = await contentFolder({});
  const at = (url: string, n: number) => ({ ...response(1, `<p>${n}</p>`), url });
  const warc = await storeRun(content, [...distinct].map(at));
  const files = await readdir(content, { recursive: true, withFileTypes: true });
  assert.deepEqual(
    files.filter((it) => it.isFile()).map(({ name }) => name),
    ['manifest.jsonl', path.basename(warc)],
  );
  const { captures } = await readAll(content);
  assert.deepEqual(new Set(captures.map(({ url }) => url)), distinct);
});

test('a damaged record is named by WARC and offset, the others are read', async () => {
  const content = await contentFolder({});
  const warc = await storeRun(content, [response(1), response(2), response(3)]);
  const places = (await readAll(content)).captures.map(({ place }) => place.offset);
  const bytes = await readFile(path.join(content, warc));
  bytes.writeUInt8(bytes.readUInt8((places[1] ?? 0) + 60) ^ 1, (places[1] ?? 0) + 60);
  await writeFile(path.join(content, warc), bytes);
  const { captures, faults } = await readAll(content);
  assert.deepEqual(
    captures.map(({ url }) => url),
    [pageUrl(1), pageUrl(3)],
  );
  assert.deepEqual(
    faults.map(({ path: file, offset }) => [file, offset]),
    [[warc, places[1]]],
  );
  await assert.rejects(
    async () => {
      for await (const _ of readCaptures(content));
    },
    new RegExp(`^Error: ${warc}:${places[1]}: Expected .*; restore the file from a backup$`),
  );
});

test('a WARC that a run has not finished is none', async () => {
  const content = await contentFolder({});
  const run = openRun(content, new Date('2031-05-31T18:00:00.000Z'));
  await run.add('caldmere', response(1));
  assert.equal((await readAll(content)).captures.length, 0);
  await run.close();
  assert.equal((await readAll(content)).captures.length, 1);
});

test('the list of captures is the same from its cache, and after the cache is gone or wrong', async () => {
  const content = path.join(await contentFolder({}), 'content');
  const warc = await storeRun(content, [response(1, 'one', 'ETag: W/"x"\r\n'), revisit(1, 'one')]);
  const made = await listCaptures(content, 'caldmere');
  assert.deepEqual(
    made.map(({ url, revisit: again, etag }) => [url, again, etag]),
    [
      [pageUrl(1), false, 'W/"x"'],
      [pageUrl(1), true, '"a"'],
    ],
  );
  assert.deepEqual(await listCaptures(content, 'caldmere'), made);
  const cache = path.join(content, '../.cache', warc.replace('.warc.gz', '.json'));
  await writeFile(cache, '{"version":1,"size":');
  assert.deepEqual(await listCaptures(content, 'caldmere'), made);
  await rename(path.dirname(cache), `${path.dirname(cache)}-gone`);
  assert.deepEqual(await listCaptures(content, 'caldmere'), made);
  assert.ok((await readdir(path.dirname(cache))).length > 0);
});
