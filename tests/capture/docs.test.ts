import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fetchCodes } from '../../src/capture/fetch/codes.ts';

test('the guide lists every code of a failure with the words of the program', () => {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/fetch.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| (E_\w+) \| (.*) \|$/gm)].map(([, code, words]) => [
    code,
    words,
  ]);
  assert.deepEqual(rows, Object.entries(fetchCodes));
});
