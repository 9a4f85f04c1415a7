import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { contentFolder, good } from '../archive/content.ts';
import { lectern } from './lectern.ts';

test('an update without a listing that was checked says so, and builds what there is', async () => {
  const content = await contentFolder({
    ...good,
    'sources/caldmere.yaml': `${good['sources/caldmere.yaml']}listings:\n  - start: https://press.caldmere.example/\n`,
  });
  const output = path.join(content, '../site');
  const { code, out, err } = await lectern(
    ...['update', '--json', '--content', content, '--output', output],
  );
  assert.equal(code, 0, err);
  assert.match(err, /^Nothing is fetched without a listing that was checked on its site$/m);
  const { sources, site } = JSON.parse(out);
  assert.deepEqual(sources, []);
  assert.ok(site.pages > 0);
});
