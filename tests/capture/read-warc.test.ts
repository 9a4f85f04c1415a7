import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { contentFolder } from '../archive/content.ts';
import { readRecords, response, storeRun } from './pages.ts';
import { samples } from './samples.ts';

for (const [file, count, offsets] of samples) {
  test(`${file}: ${count} whole records, ${offsets.length} faults`, async () => {
    const { records, faults } = await readRecords(path.join(import.meta.dirname, 'warc', file));
    assert.equal(records.length, count);
    assert.deepEqual(
      faults.map(({ offset }) => offset),
      offsets,
    );
  });
}

test('a WARC reads the same packed and unpacked', async () => {
  const content = await contentFolder({});
  const packed = path.join(content, await storeRun(content, [response(1), response(2)]));
  const plain = path.join(content, 'plain.warc');
  await writeFile(plain, gunzipSync(await readFile(packed)));
  const [a, b] = [await readRecords(packed), await readRecords(plain)];
  const blocks = (it: typeof a) => it.records.map(({ block }) => block);
  assert.equal(a.records.length, 3);
  assert.deepEqual(blocks(a), blocks(b));
  assert.deepEqual([...a.faults, ...b.faults], []);
});

/** A WARC of three records to damage, and a way to read it damaged. */
async function victim() {
  const content = await contentFolder({});
  const file = path.join(content, await storeRun(content, [response(1), response(2)]));
  const bytes = await readFile(file);
  const whole = await readRecords(file);
  const read = async (damaged: Buffer) => {
    await writeFile(file, damaged);
    return readRecords(file);
  };
  return { bytes, whole, read };
}

test('a flipped bit is told and costs no other record, or it says nothing', async () => {
  const { bytes, whole, read } = await victim();
  const starts = whole.records.map(({ offset }) => offset);
  const anywhere = fc.integer({ min: 0, max: bytes.length - 1 });
  await fc.assert(
    fc.asyncProperty(anywhere, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
      const { records, faults } = await read(damaged);
      const hit = starts.findLastIndex((start) => start <= at);
      const spared = whole.records.filter((_, index) => index !== hit);
      // A time in gzip's header or the padding after the last bit of deflate is content to no one.
      if (faults.length === 0) assert.deepEqual(records, whole.records);
      // The first two bytes decide whether a file is packed at all.
      else if (at >= 2) assert.deepEqual(records, spared);
    }),
    { numRuns: 300 },
  );
});

test('a cut tail leaves the records before it, and is told unless it falls between two', async () => {
  const { bytes, whole, read } = await victim();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
      const { records, faults } = await read(bytes.subarray(0, length));
      const starts = whole.records.map(({ offset }) => offset);
      const before = starts.filter((_, at) => (starts[at + 1] ?? bytes.length) <= length);
      assert.deepEqual(
        records.map(({ offset }) => offset),
        before,
      );
      assert.equal(faults.length > 0, ![...starts, bytes.length].includes(length));
    }),
    { numRuns: 200 },
  );
});
