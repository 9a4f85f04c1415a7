import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { alignEditions } from '../../src/ledger/editions.ts';
import { groupEditions } from '../../src/ledger/group-editions.ts';
import { settle } from '../../src/ledger/settle.ts';
import { conferencesIn, corpusSightings, sightingsIn } from '../ledger/corpus-sightings.ts';
import { sighting } from '../ledger/drafts.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sightings = await corpusSightings('mfa-zh.warc.gz', 'mfa-zh');
const own = settle(sightings, []).transcripts;
const seed = settle(await sightingsIn(path.join(root, 'content'), 'scio-mfa'), []).transcripts;

test("the seed and the ministry's own page are one briefing: 8 of 8 aligned, one label differs", () => {
  const briefings = groupEditions([...seed, ...own]);
  assert.deepEqual(
    briefings.map(({ id, editions }) => [id, editions]),
    [['cn-mfa/2021-01-28', ['mfa-zh/2021-01-28', 'scio-mfa/2021-01-28']]],
  );
  const [alignment] = briefings[0]?.alignments ?? [];
  assert.ok(alignment, 'the two are aligned');
  const { a, b, pairs, facts, unsure } = alignment;
  assert.deepEqual(
    pairs.map((pair) => [pair.a, pair.b, pair.score]),
    ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => [`${a}/${n}`, `${b}/${n}`, 1]),
  );
  assert.deepEqual(
    facts.map((fact) => [fact.kind, 'a' in fact ? fact.a : null]),
    [['label', `${a}/1`]],
  );
  assert.deepEqual(unsure, []);
});

test('omissions planted into 200 conferences are found, all of them and no others; none in a copy', () => {
  const planted = conferencesIn(sightings).slice(0, 200);
  const settled = (draft: (typeof planted)[number]) => settle([sighting(draft)], []).transcripts;
  let found = 0;
  for (const [nth, whole] of planted.entries()) {
    const at = (nth * 7) % whole.children.length;
    const reprint = { ...whole, source: 'reprint' };
    const cut = { ...reprint, children: whole.children.toSpliced(at, 1) };
    const [a] = settled(whole);
    const [same] = settled(reprint);
    const [less] = settled(cut);
    assert.ok(a && same && less, whole.url);
    const copied = alignEditions(a, same);
    assert.deepEqual([copied.facts, copied.unsure], [[], []], whole.url);
    if (whole.children[at]?.type !== 'exchange') continue;
    const { facts, unsure } = alignEditions(a, less);
    assert.deepEqual([facts.map(({ kind }) => kind), unsure], [['only-in-a'], []], whole.url);
    found += 1;
  }
  assert.ok(found >= 180, `${found} omissions planted`);
});
