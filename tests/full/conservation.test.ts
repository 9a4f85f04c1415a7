import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/archive/read.ts';
import { decode } from '../../src/capture/decode.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import { readCaptures } from '../../src/capture/store.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { assertConserved } from '../parse/conservation.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const content = fileURLToPath(new URL('../../content/', import.meta.url));

test('every word of every page of the corpus is in one place, and rules name what they left out', async () => {
  assert.ok(existsSync(corpus), `Expected the corpus at ${corpus}`);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-conservation-'));
  try {
    const { sources, outlets } = await readContent(content);
    const files = ['mfa-zh.warc.gz', 'whitehouse.warc.gz', 'seed.txt'].map((name) =>
      join(corpus, name),
    );
    const options = {
      content: folder,
      sources: sources.values(),
      started: new Date(0),
      signal: AbortSignal.timeout(600_000),
    };
    for await (const outcome of importFiles(files, options))
      assert.notEqual(outcome.kind, 'refused');
    const index = outletIndex(outlets.values());
    let [pages, body, visible] = [0, 0, 0];
    for await (const capture of readCaptures(folder)) {
      const source = sources.get(capture.source);
      assert.ok(source);
      const { url, mediaType, bytes, charset } = capture;
      const page = { url, mediaType, text: decode(bytes, charset).text };
      const { draft, document, reason } = parse(page, {
        source,
        profile: profileOf(source),
        outlets: index,
      });
      assert.ok(document, `Expected ${url} to be read, got \`${reason}\``);
      assertConserved(page, document, draft, profileOf(source).body);
      pages += 1;
      body += document.coverage.body;
      visible += document.coverage.page;
    }
    console.log(
      `${pages} pages conserved, ${Math.round((100 * body) / visible)} % of the visible text read`,
    );
    assert.equal(pages, 801 + 22 + 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
