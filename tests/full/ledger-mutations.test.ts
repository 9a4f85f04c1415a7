import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { decode } from '../../src/capture/decode.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import { readCaptures } from '../../src/capture/store.ts';
import { alignEditions } from '../../src/ledger/editions.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import { dialects } from '../../src/parse/dialects/index.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { contentFolder } from '../archive/content.ts';
import { sighting } from '../ledger/drafts.ts';
import { pairRows, singleRows, sumOf, tableOf } from '../ledger/mutation-table.ts';
import { reparsedRow } from '../ledger/reparse.ts';

const root = path.resolve(import.meta.dirname, '../..');
const started = new Date('2031-05-06T08:00:00Z');
let sightings: Sighting[] = [];

/** The ministry's pages of the corpus, imported and parsed as the commands do. */
before(async () => {
  const content = path.join(await contentFolder({}), 'content');
  for (const it of ['sources', 'institutions.yaml', 'outlets.yaml', 'people.yaml', 'site.yaml']) {
    await cp(path.join(root, 'content', it), path.join(content, it), { recursive: true });
  }
  const { sources } = await readContent(content, Object.keys(dialects));
  const corpus = path.join(root, '../shared/corpus/mfa-zh.warc.gz');
  const outcomes = importFiles([corpus], { content, sources: sources.values(), started });
  for await (const outcome of outcomes) assert.notEqual(outcome.kind, 'refused');
  sightings = await sightingsIn(content, 'mfa-zh');
});

async function sightingsIn(content: string, id: string): Promise<Sighting[]> {
  const { sources, outlets } = await readContent(content, Object.keys(dialects));
  const source = sources.get(id);
  assert.ok(source);
  const known = { source, profile: profileOf(source), outlets: outletIndex(outlets.values()) };
  const found: Sighting[] = [];
  for await (const capture of readCaptures(content, id)) {
    const { url, mediaType, sha256, how, recorded } = capture;
    const { text } = decode(capture.bytes, capture.charset);
    const { draft } = parse({ url, mediaType, text }, known);
    if (draft) found.push({ draft, recorded, capture: { url, sha256, how } });
  }
  return found;
}

/** Conferences of three exchanges or more, in order of their days: neighbours are donors. */
const conferences = () =>
  sightings
    .map(({ draft }) => draft)
    .filter(({ kind, children }) => kind === 'conference' && children.length >= 3)
    .sort((a, b) => (a.date < b.date ? -1 : 1));

test('the corpus settles to the same bytes whatever the order, and adds nothing again', () => {
  const once = settle(sightings, []);
  assert.ok(once.transcripts.length >= 700);
  assert.deepEqual(once.held, []);
  const again = settle([...sightings].reverse(), once.events);
  assert.deepEqual(again.events, []);
  assert.equal(JSON.stringify(again.transcripts), JSON.stringify(once.transcripts));
});

test('real conferences changed in one way, or two: no link ever reaches a different exchange', (t) => {
  const drafts = conferences();
  assert.ok(drafts.length >= 600, `${drafts.length} conferences`);
  const singles = singleRows(drafts.slice(0, 240));
  const pairs = pairRows(drafts.slice(240, 248));
  const sums = { one: sumOf(singles), two: sumOf(pairs) };
  for (const line of tableOf([...singles, sums.one, ...pairs, sums.two])) t.diagnostic(line);
  // Not of the list and the hardest of all: a neighbouring day's exchange in the place and
  // under the label of another. About one in a thousand is nearer to it than a reworded self.
  const faults = [...sums.one.faults, ...sums.two.faults].filter((it) => it.startsWith('wrong'));
  for (const fault of faults) t.diagnostic(fault);
  assert.deepEqual(
    faults.filter((fault) => !fault.includes('replace')),
    [],
  );
  assert.ok(faults.length <= 2, `${faults.length} replaced exchanges taken for the old ones`);
  assert.equal(sums.one.dead + sums.two.dead, 0);
  assert.ok(sums.one.kept >= 0.99 * sums.one.reworded, `${sums.one.kept} of ${sums.one.reworded}`);
  assert.ok(sums.one.held <= 0.01 * sums.one.pages, `${sums.one.held} of ${sums.one.pages} held`);
});

test('a parser with other boundaries finds every number again in the same bytes', (t) => {
  const row = reparsedRow(conferences().slice(0, 300));
  t.diagnostic(JSON.stringify(row));
  assert.equal(row.wrong, 0);
  assert.equal(row.dead, 0);
});

test("the seed and the ministry's own page: all 8 exchanges aligned, one label differs", async () => {
  const reprints = await sightingsIn(path.join(root, 'content'), 'scio-mfa');
  const seed = settle(reprints, []).transcripts.find(({ date }) => date === '2021-01-28');
  const day = sightings.filter(({ draft }) => draft.date === '2021-01-28');
  const own = settle(day, []).transcripts.find(({ kind }) => kind === 'conference');
  assert.ok(seed && own);
  const { pairs, facts, unsure } = alignEditions(seed, own);
  assert.deepEqual(
    pairs.map((pair) => [pair.a, pair.b, pair.score]),
    ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => [`${seed.id}/${n}`, `${own.id}/${n}`, 1]),
  );
  assert.deepEqual(
    facts.map((fact) => [fact.kind, 'a' in fact ? fact.a : null]),
    [['label', `${seed.id}/1`]],
  );
  assert.deepEqual(unsure, []);
});

test('omissions planted into real conferences are found, all of them and no others', () => {
  const drafts = conferences().slice(0, 100);
  for (const [nth, whole] of drafts.entries()) {
    const at = (nth * 7) % whole.children.length;
    if (whole.children[at]?.type !== 'exchange') continue;
    const cut = { ...whole, source: 'reprint', children: whole.children.toSpliced(at, 1) };
    const [a, b] = [whole, cut].map((draft) => settle([sighting(draft)], []).transcripts[0]);
    assert.ok(a && b);
    const { facts, unsure } = alignEditions(a, b);
    assert.deepEqual([facts.map(({ kind }) => kind), unsure], [['only-in-a'], []], whole.url);
  }
});
