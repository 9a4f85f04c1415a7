import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fetchCodes } from '../../src/capture/fetch/codes.ts';
import { exitCodes } from '../../src/commands/command.ts';

test('the guide lists every code of a failure with the words of the program', () => {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/fetch.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| (E_\w+) \| (.*) \|$/gm)].map(([, code, words]) => [
    code,
    words,
  ]);
  assert.deepEqual(rows, Object.entries(fetchCodes));
});

test('the guide lists every exit code', () => {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/fetch.md'), 'utf8');
  const codes = [...guide.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  assert.deepEqual(codes, Object.values(exitCodes));
});
