import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { decode } from '../../src/capture/decode.ts';
import { charsetCases } from './charset-cases.ts';

for (const { id, why, run } of charsetCases(
  path.join(import.meta.dirname, 'charset-matrix.json'),
)) {
  test(`${id}: ${why}`, run);
}

test('the matrix has its fourteen cases', () => {
  const file = readFileSync(path.join(import.meta.dirname, 'charset-matrix.json'), 'utf8');
  assert.equal(JSON.parse(file).cases.length, 14);
});

test('accented letters in windows-1252 stay what they are', () => {
  const text = decode(
    Buffer.from('Le porte-parole a r\xe9pondu \xe0 la presse', 'latin1'),
    'iso-8859-1',
  );
  assert.deepEqual(text, {
    text: 'Le porte-parole a répondu à la presse',
    declared: 'windows-1252',
    used: 'windows-1252',
    damaged: false,
  });
});

test('utf-8 served as iso-8859-1 is read as utf-8', () => {
  const { text, used } = decode(Buffer.from('<p>记者会：réponse</p>'), 'iso-8859-1');
  assert.deepEqual([text, used], ['<p>记者会：réponse</p>', 'UTF-8']);
});
