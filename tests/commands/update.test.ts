import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { contentFolder, good } from '../archive/content.ts';
import { lectern } from './lectern.ts';

test('an update without a listing that was checked says so, builds what there is and offers the data', async () => {
  const content = await contentFolder({
    ...good,
    'sources/caldmere.yaml': `${good['sources/caldmere.yaml']}listings:\n  - start: https://press.caldmere.example/\n`,
  });
  const output = path.join(content, '../site');
  const { code, out, err } = await lectern(
    ...[
      'update',
      '--json',
      '--content',
      content,
      '--output',
      output,
      '--pack',
      path.join(output, 'data'),
    ],
  );
  assert.equal(code, 0, err);
  assert.match(err, /^Nothing is fetched without a listing that was checked on its site$/m);
  const { sources, site } = JSON.parse(out);
  assert.deepEqual(sources, []);
  assert.ok(site.pages > 0);
  const sums = await readFile(path.join(output, 'data/SHA256SUMS'), 'utf8');
  for (const file of ['exchanges.jsonl', 'tei.zip', 'CITATION.cff']) assert.ok(sums.includes(file));
  const offered = await readFile(path.join(output, 'data/index.html'), 'utf8');
  assert.match(offered, /exchanges\.csv/, 'the page was written after the data');
});
