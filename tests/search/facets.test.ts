import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Archive } from '../../src/model/archive.ts';
import { unitsPerBlock } from '../../src/search/directory.ts';
import type { SearchIndex } from '../../src/search/engine.ts';
import type { Facets } from '../../src/search/facets.ts';
import { labeller } from '../../src/search/unit-labels.ts';
import { unitsOf } from '../../src/search/units.ts';
import { builtFiles, openFiles } from './in-memory.ts';
import { madeUpArchive, type Said } from './made-up.ts';

/** Closed years with more blocks than a query reads, closed months, and a newest month. */
const manyUnits = 20 * unitsPerBlock;
const said: Said[] = Array.from({ length: manyUnits }, (_, i) => ({
  date: i % 40 === 0 ? (i % 80 === 0 ? '2031-02-03' : '2031-03-04') : `20${20 + (i % 10)}-05-06`,
  question: i % 3 === 0 ? '潮汐闸？' : '渡轮？',
  answer: i % 700 === 0 ? '飓风。' : '照常。',
  outlet: i % 5 === 0 ? 'harbour-gazette' : `outlet-${(i * i) % 37}`,
  speaker: i % 2 === 0 ? '岑若澜' : '陶以宁',
}));

function withTopics(archive: Archive): Archive {
  const units = [...unitsOf(archive)];
  const topics = (i: number) => ['tides', `topic-${i % 41}`].slice(i % 2);
  return {
    ...archive,
    placements: new Map(
      units.map(({ id }, i) => [
        id,
        topics(i).map((topic) => ({ topic, exchange: id, strength: 1, reasons: [] })),
      ]),
    ),
  };
}

describe('facets of many exchanges', () => {
  const archive = withTopics(madeUpArchive(said));
  const units = [...unitsOf(archive)];
  const labels = archive.transcripts.flatMap(labeller(archive));
  const files = builtFiles(archive);
  const read: string[] = [];
  let index: SearchIndex;

  before(async () => {
    index = await openFiles(files, (path) => read.push(path));
  });

  /** What a full scan counts. */
  function counted(word: string, kind: 'outlet' | 'speaker' | 'topic'): Facets['outlet'] {
    const counts: Facets['outlet'] = new Map();
    units.forEach(({ turns }, i) => {
      if (!turns.some(({ text }) => text.includes(word))) return;
      for (const id of labels[i]?.[kind] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    return counts;
  }

  for (const word of ['潮汐闸', '照常', '飓风']) {
    it(`counts each value exactly, the most frequent among them: ${word}`, async () => {
      const facets = await (await index.search(word, { limit: 0 })).allFacets();
      for (const kind of ['outlet', 'speaker', 'topic'] as const) {
        const expected = counted(word, kind);
        const [most = 0] = [...expected.values()].sort((a, b) => b - a);
        assert.equal(Math.max(...facets[kind].values()), most, kind);
        for (const [id, found] of facets[kind]) assert.equal(found, expected.get(id), id);
      }
    });
  }

  it('counts every value where hits lie in few blocks', async () => {
    const facets = await (await index.search('飓风', { limit: 0 })).allFacets();
    assert.deepEqual([...facets.outlet].sort(), [...counted('飓风', 'outlet')].sort());
  });

  it('finds by a label what has it, and nothing else', async () => {
    for (const id of ['outlet-1', 'harbour-gazette']) {
      const places = await index.places(`outlet:${id}`);
      const expected = labels.filter(({ outlet }) => outlet.includes(id)).length;
      assert.equal(places.length, expected, id);
    }
    assert.equal((await index.places('topic:topic-40 -outlet:harbour')).length > 0, true);
  });

  it('reads the rest of the folding table only where a character needs it', async () => {
    assert.equal(read.filter((path) => path.includes('simplified')).length, 0);
    const [traditional, simplified] = await Promise.all(
      ['渡輪', '渡轮'].map((q) => index.places(q)),
    );
    assert.ok(simplified && simplified.length > 0, 'Expected hits, got none');
    assert.deepEqual(traditional, simplified);
    assert.equal(read.filter((path) => path.includes('simplified')).length, 1);
  });
});
