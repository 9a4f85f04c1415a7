import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { decode } from '../../src/capture/decode.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import { readCaptures } from '../../src/capture/store.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import { dialects } from '../../src/parse/dialects/index.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { contentFolder } from '../archive/content.ts';
import { pairRows, singleRows, sumOf, tableOf } from '../ledger/mutation-table.ts';
import { reparsedRow } from '../ledger/reparse.ts';

const root = path.resolve(import.meta.dirname, '../..');
const started = new Date('2031-05-06T08:00:00Z');
const sightings: Sighting[] = [];

/** The ministry's pages of the corpus, imported and parsed as the commands do. */
before(async () => {
  const content = path.join(await contentFolder({}), 'content');
  for (const it of ['sources', 'institutions.yaml', 'outlets.yaml', 'people.yaml', 'site.yaml']) {
    await cp(path.join(root, 'content', it), path.join(content, it), { recursive: true });
  }
  const { sources, outlets } = await readContent(content, Object.keys(dialects));
  const source = sources.get('mfa-zh');
  assert.ok(source);
  const corpus = path.join(root, '../shared/corpus/mfa-zh.warc.gz');
  const outcomes = importFiles([corpus], { content, sources: sources.values(), started });
  for await (const outcome of outcomes) assert.notEqual(outcome.kind, 'refused');
  const known = { source, profile: profileOf(source), outlets: outletIndex(outlets.values()) };
  for await (const capture of readCaptures(content, source.id)) {
    const { url, mediaType, sha256, how, recorded } = capture;
    const { text } = decode(capture.bytes, capture.charset);
    const { draft } = parse({ url, mediaType, text }, known);
    if (draft) sightings.push({ draft, recorded, capture: { url, sha256, how } });
  }
});

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
  const singles = singleRows(drafts.slice(0, 300));
  const pairs = pairRows(drafts.slice(300, 312));
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
