import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownOf, pagesOf, parseAll } from '../../eval/corpus.ts';
import { scoreMfa } from '../../eval/mfa.ts';
import { scoreParts, scoreTurns } from '../../eval/samples.ts';
import { scoreWhiteHouse } from '../../eval/whitehouse.ts';

const mfa = parseAll(await pagesOf('mfa-zh.warc.gz'), 'mfa-zh');
const whiteHouse = parseAll(await pagesOf('whitehouse.warc.gz'), 'whitehouse');
const markdown = parseAll(markdownOf('whitehouse-md.tar.gz'), 'whitehouse');
const all = new Map([...mfa, ...whiteHouse, ...markdown]);

test('the Chinese ministry: as near to the independent split as its own faults allow', (t) => {
  const { pairs, conferences, wholly, right, wrong, open, best } = scoreMfa(mfa);
  t.diagnostic(`${pairs.equal} of ${pairs.ours} pairs, ${pairs.theirs} in the reference`);
  t.diagnostic(`${wholly} of ${conferences} conferences equal, ${right} right, ${wrong} wrong`);
  t.diagnostic(`${open.length} disagreements that nobody has read yet`);
  assert.equal(conferences, 675);
  // Recall 0.9905 and precision 0.9864 at most, as somebody read where the two differ.
  assert.ok(
    best.equal - pairs.equal <= 3,
    `Expected ${best.equal} equal pairs, got ${pairs.equal}`,
  );
  assert.ok(pairs.equal / pairs.theirs >= 0.9895, 'recall');
  assert.ok(pairs.equal / pairs.ours >= 0.9854, 'precision');
  assert.ok(right / (right + wrong) >= 0.9988, 'right once read');
});

test('the White House: as many exchanges as somebody counted on five pages', () => {
  const pages = scoreWhiteHouse(whiteHouse);
  assert.equal(pages.length, 5);
  for (const { url, byHand, parsed } of pages) assert.deepEqual(parsed, byHand, url);
});

test('outlets and speakers of 300 turns as somebody read them', (t) => {
  const { read, right, faults } = scoreTurns(all);
  for (const fault of faults) t.diagnostic(fault);
  assert.equal(read, 300);
  assert.ok(right >= 299, `Expected 299 or more of 300, got ${right}`);
});

test('parts of 60 questions as somebody read them', (t) => {
  const { read, right, faults } = scoreParts(all);
  for (const fault of faults) t.diagnostic(fault);
  assert.equal(read, 60);
  assert.equal(right, 60);
});
