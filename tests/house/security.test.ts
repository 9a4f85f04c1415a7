import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '../..');
const rows = readFileSync(path.join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => /\| `tests\//.test(line));

test('each kind of file that may do something is backed by a test that is there', () => {
  assert.ok(rows.length > 10, `Expected a table of files, got \`${rows.length}\` rows`);
  for (const row of rows)
    for (const [, file = ''] of row.matchAll(/`(tests\/[^`]+)`/g))
      assert.ok(existsSync(path.join(root, file)), `${file}: ${row}`);
});

test('every file and folder of content/ has its row', () => {
  const kinds = readdirSync(path.join(root, 'content'))
    .filter((name) => !name.startsWith('.'))
    .concat('styles', 'corrections', 'dialects', 'versions', 'placements.yaml', 'editions.yaml');
  for (const name of kinds)
    assert.ok(
      rows.some((row) => row.includes(`\`${name}`)),
      `Expected a row for ${name}, got none`,
    );
});
