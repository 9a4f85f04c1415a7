import assert from 'node:assert/strict';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { appendLedger, readLedger } from '../../src/archive/ledger.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { contentFolder } from './content.ts';

const event = (id: string): LedgerEvent => ({
  event: 'transcript',
  id,
  url: `https://press.caldmere.example/${id}`,
  seen: '2031-05-06T10:00:00Z',
});

test('events go to the file of their source and year, after those already there', async () => {
  const content = await contentFolder({});
  await appendLedger(content, [event('caldmere/2031-05-06'), event('caldmere/2032-01-02')]);
  await appendLedger(content, [event('other/2031-05-06'), event('caldmere/2031-05-06-2')]);
  assert.deepEqual(
    (await readLedger(content)).events.map(({ id }) => id),
    ['caldmere/2031-05-06', 'caldmere/2031-05-06-2', 'caldmere/2032-01-02', 'other/2031-05-06'],
  );
  const text = await readFile(path.join(content, 'ledger/caldmere/2031.jsonl'), 'utf8');
  assert.match(text, /^\{"event":"transcript","id":"caldmere\/2031-05-06",.*\}\n\{.*\}\n$/);
});

test('an event that does not fit adds nothing', async () => {
  const content = await contentFolder({});
  await assert.rejects(appendLedger(content, [event('caldmere/2031-05-06'), event('nowhere')]));
  assert.deepEqual(await readdir(content), []);
});

test('a file with a line that is cut is named, and nothing is added to it', async () => {
  const content = await contentFolder({});
  await appendLedger(content, [event('caldmere/2031-05-06')]);
  const file = path.join(content, 'ledger/caldmere/2031.jsonl');
  await appendFile(file, '{"event":"tran');
  const text = await readFile(file, 'utf8');
  const adding = appendLedger(content, [event('caldmere/2031-05-07')]);
  await assert.rejects(
    adding,
    /^Error: Cannot add to the ledger: ledger\/caldmere\/2031\.jsonl:2:/,
  );
  assert.equal(await readFile(file, 'utf8'), text);
  const { events, problems } = await readLedger(content);
  assert.deepEqual(
    events.map(({ id }) => id),
    ['caldmere/2031-05-06'],
  );
  assert.deepEqual(
    problems.map(({ file, line, fatal }) => `${file}:${line} ${fatal}`),
    ['ledger/caldmere/2031.jsonl:2 true'],
  );
});
