import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { decode } from '../../src/capture/decode.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/testdata/html5lib-encoding');

/** What the page itself declares must be found as html5lib's tests say; U+FFFD never decides. */
function casesOf(file: string): { bytes: Buffer; encoding: string }[] {
  const text = readFileSync(path.join(folder, file), 'latin1');
  return text
    .split(/(?:^|\n)#data\n/)
    .slice(1)
    .map((it) => {
      const [data = '', encoding = ''] = it.split('\n#encoding\n');
      return { bytes: Buffer.from(data, 'latin1'), encoding: encoding.trim().toLowerCase() };
    });
}

test('declarations are found as the tests of html5lib say, but for seven that stand too late', (t) => {
  const cases = ['tests1.dat', 'tests2.dat', 'test-yahoo-jp.dat'].flatMap(casesOf);
  const missed = cases.filter(({ bytes, encoding }) => {
    const declared = decode(bytes).declared ?? 'windows-1252';
    return declared.toLowerCase() !== encoding;
  });
  t.diagnostic(
    `${cases.length - missed.length} of ${cases.length}; missed: past the first 1,024 bytes`,
  );
  assert.equal(cases.length, 82);
  assert.deepEqual(
    missed.map(({ bytes }) => bytes.length > 1024),
    Array(7).fill(true),
  );
});
