import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');

test('no ratio of the bench is half as bad again as the one that docs/bench.jsonl keeps', (t) => {
  assert.ok(existsSync(path.join(root, '../shared/corpus')), 'the corpus is there');
  const bench = path.join(root, 'bench/run.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', bench, '--quick'],
    { cwd: root, encoding: 'utf8' },
  );
  for (const line of stdout.split('\n')) t.diagnostic(line);
  assert.match(stdout, /\| render ÷ floor \|/, stderr);
  assert.equal(status, 0, stderr);
});
