import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { sha256Of } from '../../src/capture/digest.ts';
import type { NewCapture } from '../../src/capture/new-capture.ts';
import { packCapture, packInfo } from '../../src/capture/pack-record.ts';
import { storedRecords } from '../../src/capture/stored-records.ts';
import { wacz } from '../../src/export/wacz.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { archiveOf, exchangeOf, transcriptOf } from '../caldmere.ts';
import { gathered, namesOf, portionsOf } from './gathered.ts';

const content = await mkdtemp(path.join(tmpdir(), 'lectern-wacz-'));
after(() => rm(content, { recursive: true }));

const address = (day: string) => `https://press.caldmere.example/briefings/${day}`;
const days = ['2031-05-06', '2031-05-07', '2031-05-08'];

/** A page of a day as it was answered; the words are the day's own. */
function captureOf(url: string, recorded: string): NewCapture {
  const page = Buffer.from(`<p>Words of ${url}</p>`);
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n';
  return {
    type: 'response',
    url,
    how: 'fetched',
    sha256: sha256Of(page),
    mediaType: 'text/html',
    recorded,
    contentType: 'application/http; msgtype=response',
    block: Buffer.concat([Buffer.from(head), page]),
    payloadDigest: `sha256:${sha256Of(page)}`,
    request: Buffer.from(`GET ${new URL(url).pathname} HTTP/1.1\r\n\r\n`),
  };
}

const run = path.join(content, 'captures/caldmere/2031/2031-05-09T00-00-00.000Z.warc.gz');
await mkdir(path.dirname(run), { recursive: true });
const pages = [...days.map(address), 'https://press.caldmere.example/list'];
await writeFile(
  run,
  Buffer.concat([
    await packInfo('caldmere', '2031-05-09T00:00:00Z'),
    ...(await Promise.all(pages.map((url) => packCapture(captureOf(url, '2031-05-09T00:00:01Z'))))),
  ]),
);

const transcriptOn = (day: string): Transcript => ({
  ...transcriptOf(day, exchangeOf(`caldmere/${day}/1`, 'When?', ['Now.'])),
  captures: [{ sha256: 'a'.repeat(64), url: address(day), how: 'fetched' }],
});

/** What a pack would hold of the captures, given who may redistribute and what is withheld. */
async function waczFiles(redistribute: 'yes' | 'no', ...withheld: string[]) {
  const archive = archiveOf(days.map(transcriptOn));
  archive.sources.set('caldmere', {
    id: 'caldmere',
    institution: 'caldmere-press',
    names: { 'zh-Hans': '卡尔德米尔', en: 'Caldmere' },
    publisher: 'Caldmere Press Office',
    language: 'en',
    timeZone: 'UTC',
    verified: true,
    urls: [],
    listings: [],
    delay: 5,
    rights: { statement: 'Free', url: null, redistribute },
    seen: [],
    dialect: 'english-colon',
    profile: {},
  });
  const records = (source: string) =>
    storedRecords(content, source, ({ reason }) => assert.fail(reason));
  const writer = wacz({ ...namesOf(archive), withheld: new Set(withheld) }, records);
  return gathered(writer, portionsOf(archive));
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const linesOf = (bytes: Uint8Array | undefined): string[] =>
  Buffer.from(bytes ?? [])
    .toString()
    .trimEnd()
    .split('\n');

/** The addresses whose pages are in a WACZ, read from its records. */
function addressesIn(files: Record<string, Uint8Array>): Set<string> {
  const warc = Object.entries(files).find(([name]) => name.startsWith('archive/'))?.[1];
  const text = gunzipSync(warc ?? new Uint8Array()).toString('latin1');
  return new Set([...text.matchAll(/Words of (\S+)</g)].map(([, url = '']) => url));
}

const [[name, bytes] = []] = await waczFiles('yes');
const files = unzipSync(bytes ?? new Uint8Array());

test('the files are those of WACZ 1.1.1, each named with its size and digest', () => {
  assert.equal(name, 'caldmere.wacz');
  assert.deepEqual(Object.keys(files), [
    'archive/2031-05-09T00-00-00.000Z.warc.gz',
    'indexes/index.cdxj',
    'pages/pages.jsonl',
    'datapackage.json',
    'datapackage-digest.json',
  ]);
  const description = files['datapackage.json'] ?? new Uint8Array();
  const { profile, wacz_version, resources, ...told } = JSON.parse(linesOf(description).join('\n'));
  assert.deepEqual([profile, wacz_version], ['data-package', '1.1.1']);
  assert.deepEqual(told, {
    title: 'Caldmere',
    software: 'Lectern',
    created: '2031-05-09T00:00:01Z',
  });
  const payload = Object.entries(files).filter(([path]) => !path.startsWith('datapackage'));
  assert.deepEqual(
    resources,
    payload.map(([path, it]) => ({
      name: path.replace(/^.*\//, '').toLowerCase(),
      path,
      hash: sha256(it),
      bytes: it.length,
    })),
  );
  assert.deepEqual(JSON.parse(linesOf(files['datapackage-digest.json']).join('')), {
    path: 'datapackage.json',
    hash: sha256(description),
  });
});

test('WARCs are stored in the ZIP and not compressed again', () => {
  const methods = new Map<string, number>();
  unzipSync(bytes ?? new Uint8Array(), {
    filter: ({ name, compression }) => methods.set(name, compression).size < 0,
  });
  assert.equal(methods.get('archive/2031-05-09T00-00-00.000Z.warc.gz'), 0);
  assert.equal(methods.size, 5);
});

test('each line of the index leads to its record, in the order of addresses', () => {
  const index = linesOf(files['indexes/index.cdxj']);
  assert.deepEqual(index, index.toSorted());
  assert.equal(index.length, days.length);
  for (const line of index) {
    const [, surt = '', time, json = ''] = /^(\S+) (\d{14}) (.*)$/.exec(line) ?? [];
    const { url, mime, status, digest, length, offset, filename } = JSON.parse(json);
    assert.equal(surt, `example,caldmere,press)${new URL(url).pathname}`);
    assert.deepEqual([time, mime, status], ['20310509000001', 'text/html', '200']);
    const warc = files[`archive/${filename}`] ?? new Uint8Array();
    const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length)));
    assert.match(record.toString(), new RegExp(`^WARC-Target-URI: ${url}\r$`, 'm'));
    assert.match(record.toString(), new RegExp(`^WARC-Payload-Digest: ${digest}\r$`, 'm'));
  }
});

test('each page is listed with its time and the title of its transcript', () => {
  const [head = '', ...listed] = linesOf(files['pages/pages.jsonl']);
  assert.equal(JSON.parse(head).format, 'json-pages-1.0');
  const [first] = listed.map((line) => JSON.parse(line));
  assert.equal(listed.length, days.length);
  assert.equal(first.url, address('2031-05-06'));
  assert.equal(first.ts, '2031-05-09T00:00:01Z');
  assert.equal(first.title, 'Briefing of 2031-05-06');
});

test('only pages of transcripts are in it, with who asked and who wrote the WARC', () => {
  assert.deepEqual(addressesIn(files), new Set(days.map(address)));
  const text = gunzipSync(files['archive/2031-05-09T00-00-00.000Z.warc.gz'] ?? '').toString();
  assert.equal(text.match(/^WARC-Type: request/gm)?.length, days.length);
  assert.equal(text.match(/^WARC-Type: warcinfo/gm)?.length, 1);
});

test('a page of which one exchange is withheld is left out whole', async () => {
  const [some] = [...(await waczFiles('yes', 'caldmere/2031-05-07/1')).values()];
  const left = unzipSync(some ?? new Uint8Array());
  assert.deepEqual(addressesIn(left), new Set([address('2031-05-06'), address('2031-05-08')]));
  assert.doesNotMatch(linesOf(left['indexes/index.cdxj']).join('\n'), /2031-05-07/);
  const all = days.map((day) => `caldmere/${day}`);
  assert.equal((await waczFiles('yes', ...all)).size, 0);
});

test('a source that does not allow it has no WACZ', async () => {
  assert.equal((await waczFiles('no')).size, 0);
});
