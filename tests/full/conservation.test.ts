import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf, markdownOf, pagesOf } from '../../eval/corpus.ts';
import { parse } from '../../src/parse/index.ts';
import type { Page } from '../../src/parse/page.ts';
import { assertConserved } from '../parse/conservation.ts';

const sets: { source: string; count: number; pages: () => Promise<Page[]> | Page[] }[] = [
  { source: 'mfa-zh', count: 801, pages: () => pagesOf('mfa-zh.warc.gz') },
  { source: 'whitehouse', count: 22, pages: () => pagesOf('whitehouse.warc.gz') },
  { source: 'whitehouse', count: 129, pages: () => markdownOf('whitehouse-md.tar.gz') },
];

for (const { source, count, pages } of sets)
  test(`every word of ${count} pages of ${source} is in one place, and rules name what they left out`, async () => {
    const context = contextOf(source);
    let [read, body, visible] = [0, 0, 0];
    for (const page of await pages()) {
      const { draft, document, reason } = parse(page, context);
      assert.ok(document, `Expected ${page.url} to be read, got \`${reason}\``);
      assertConserved(page, document, draft, context.profile.body);
      read += 1;
      body += document.coverage.body;
      visible += document.coverage.page;
    }
    console.log(
      `${read} pages conserved; ${Math.round((100 * body) / visible)} % of the visible text is body`,
    );
    assert.equal(read, count);
  });
