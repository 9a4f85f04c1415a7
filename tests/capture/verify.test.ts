import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openRun } from '../../src/capture/open-run.ts';
import { sweep } from '../../src/capture/sweep.ts';
import { verify } from '../../src/capture/verify.ts';
import { verify as verifyCommand } from '../../src/commands/verify.ts';
import { contentFolder } from '../archive/content.ts';
import { runCommand } from './collecting.ts';
import { pageUrl, readAll, response, revisit, storeRun } from './pages.ts';

/** An archive of two WARCs, faultless. */
async function archive() {
  const content = await contentFolder({});
  const warc = await storeRun(content, [response(1), response(2)]);
  await storeRun(content, [revisit(1)], '2031-06-30T18:00:00.000Z');
  const file = path.join(content, warc);
  const change = async (to: (bytes: Buffer) => Buffer) => writeFile(file, to(await readFile(file)));
  const found = async () => (await verify(content, [])).findings;
  return { content, warc, file, change, found };
}

test('a faultless archive has no fault', async () => {
  const { content } = await archive();
  const references = [{ sha256: response(1).sha256, url: pageUrl(1), by: 'transcripts/x.json' }];
  assert.deepEqual(await verify(content, references), { warcs: 2, captures: 3, findings: [] });
  const { code, said } = await runCommand(verifyCommand, [], {}, content);
  assert.deepEqual([code, said], [0, ['2 WARCs, 3 captures, 0 faults']]);
});

test('every flipped byte is found, also where no record shows it', async () => {
  const { change, found, file, warc } = await archive();
  const { length } = await readFile(file);
  for (const at of [0, 4, 9, 100, length >> 1, length - 1]) {
    const flip = (bytes: Buffer) => {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return bytes;
    };
    await change(flip);
    assert.ok(
      (await found()).some((it) => it.path === warc),
      `byte ${at}`,
    );
    await change(flip);
  }
  assert.deepEqual(await found(), []);
});

test('a tail that is cut between two records is found', async () => {
  const { content, change, found, warc } = await archive();
  const last = (await readAll(content)).captures[1]?.place.offset ?? 0;
  await change((bytes) => bytes.subarray(0, last));
  const [finding] = await found();
  assert.equal(finding?.path, warc);
  assert.match(finding?.reason ?? '', /^Expected \d+ bytes, got \d+$/);
  assert.equal(finding?.cure, 'restore the file from a backup');
});

test('a missing WARC is found, and the revisit that needs it', async () => {
  const { file, found, warc } = await archive();
  await rm(file);
  const reasons = (await found()).map(({ path: where, reason }) => [where === warc, reason]);
  assert.equal(reasons.length, 2);
  assert.ok(reasons.some(([own, reason]) => own && reason === 'Expected the file, got none'));
  assert.match(String(reasons.find(([own]) => !own)?.[1]), /^Cannot read a revisit without/);
});

test('an orphan, a stranger, a damaged manifest and a lost reference are found', async () => {
  const { content, file, found } = await archive();
  await writeFile(file.replace('2031-05-31', '2031-05-30'), await readFile(file));
  await writeFile(path.join(content, 'captures/notes.txt'), 'x');
  assert.deepEqual(
    (await found()).map(({ path: where }) => path.basename(where)),
    ['2031-05-30T18-00-00.000Z.warc.gz', 'notes.txt'],
  );
  await writeFile(path.join(content, 'captures/caldmere/manifest.jsonl'), '{"path"');
  assert.match(
    (await found())[0]?.reason ?? '',
    /^captures\/caldmere\/manifest\.jsonl:1:1 Expected/,
  );
  const lost = { sha256: 'f'.repeat(64), url: pageUrl(9), by: 'transcripts/lost.json' };
  const all = (await verify(content, [lost])).findings;
  assert.equal(all.at(-1)?.path, 'transcripts/lost.json');
});

test('what a killed run left is found, then taken up to its last whole record', async () => {
  const { content, found } = await archive();
  const run = openRun(content, new Date('2031-07-01T00:00:00Z'));
  await run.add('caldmere', response(3));
  await run.add('caldmere', response(4));
  const part = path.join(content, 'captures/caldmere/2031/2031-07-01T00-00-00.000Z.warc.gz.part');
  await writeFile(part, (await readFile(part)).subarray(0, -30));
  assert.match((await found())[0]?.cure ?? '', /takes it up$/);
  assert.equal((await sweep(content)).length, 1);
  assert.deepEqual(await found(), []);
  const urls = (await readAll(content)).captures.map(({ url }) => url);
  assert.deepEqual(urls.slice(-1), [pageUrl(3)]);
});

test('a run that was killed before its first capture leaves nothing', async () => {
  const content = await contentFolder({});
  const run = openRun(content, new Date('2031-07-01T00:00:00Z'));
  await run.add('caldmere', response(3));
  const part = path.join(content, 'captures/caldmere/2031/2031-07-01T00-00-00.000Z.warc.gz.part');
  await writeFile(`${part}.cut`, (await readFile(part)).subarray(0, 300));
  await rename(`${part}.cut`, part);
  assert.deepEqual(await sweep(content), []);
  assert.deepEqual((await verify(content, [])).findings, []);
});
