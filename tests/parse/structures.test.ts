import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { labelShape } from '../../src/model/profile.ts';
import { dialects } from '../../src/parse/dialects/index.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('each structure that docs/parser.md names has its page, and no page is named twice', () => {
  const rows = [
    ...readFileSync(here('docs/parser.md'), 'utf8').matchAll(/^\| .+ \| `(.+\/.+)` \|$/gm),
  ];
  const cases = rows.map(([, name = '']) => name);
  assert.ok(cases.length >= 30, `Expected 30 structures or more, got ${cases.length}`);
  const missing = cases.filter(
    (name) => !existsSync(here(`tests/fixtures/${name}/transcript.json`)),
  );
  assert.deepEqual(missing, []);
  assert.equal(new Set(cases).size, cases.length);
});

test('each label shape is spoken by a dialect, whose pages are fixtures', () => {
  const spoken = new Set(Object.values(dialects).flatMap(({ shapes }) => shapes ?? []));
  assert.deepEqual(
    [...labelShape.options].filter((shape) => !spoken.has(shape)),
    [],
  );
});
