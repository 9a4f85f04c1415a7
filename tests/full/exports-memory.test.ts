import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const program = path.resolve(import.meta.dirname, '../export/pack-of.ts');

test('an archive of eight times the size is packed in the same memory', (t) => {
  const [small, large] = [packed(250), packed(2000)];
  const told = [small, large].map(({ peak, bytes }) => `${peak >> 10} MB for ${bytes >> 20} MB`);
  t.diagnostic(told.join(', '));
  assert.ok(large.bytes > 7 * small.bytes, told.join());
  assert.ok(large.peak < 1.25 * small.peak, told.join());
});

/** A small heap, so that what could be let go is let go. */
function packed(count: number): { bytes: number; peak: number } {
  const args = ['--max-old-space-size=96', '--import', 'tsx', program, String(count)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}
