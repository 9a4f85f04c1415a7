import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Directory,
  directoryPath,
  facetPathsOf,
  pathsOf,
} from '../../src/search/directory.ts';
import { buildIndex } from '../../src/search/index-builder.ts';
import { namesLike } from '../../src/search/names-like.ts';
import { occurrencesIn } from '../../src/search/occurrences.ts';
import { newest, oldest } from '../../src/search/order.ts';
import { relevance } from '../../src/search/relevance.ts';
import { builtFiles, openFiles } from './in-memory.ts';
import { madeUpArchive, type Said } from './made-up.ts';

const said: Said[] = [
  {
    date: '2029-12-30',
    question: '潮汐闸？',
    answer: '潮汐闸。潮汐闸。',
    outlet: 'tidewire',
    speaker: '岑若澜',
  },
  {
    date: '2030-05-02',
    question: '渡轮？',
    answer: '潮汐闸。',
    outlet: 'harbour-gazette',
    speaker: '岑若澜',
  },
  { date: '2031-03-14', statement: '关于潮汐闸。' },
  {
    date: '2031-03-14',
    question: '潮汐闸和渡轮？',
    answer: '照常。',
    outlet: 'tidewire',
    speaker: '陶以宁',
  },
];
const ids = async (query: string, sort = newest) => {
  const index = await openFiles(builtFiles(madeUpArchive(said)));
  return (await index.search(query, { sort })).hits.map(({ id }) => id.replace('cal-zh/', ''));
};

describe('the index', () => {
  it('is the same bytes for the same archive', () => {
    const [one, two] = [builtFiles(madeUpArchive(said)), builtFiles(madeUpArchive(said))];
    assert.ok(one.size > 10);
    assert.deepEqual(one, two);
  });

  it('keeps the closed years as they are when a day is added', () => {
    const files = builtFiles(madeUpArchive(said));
    const known: Directory = JSON.parse(new TextDecoder().decode(files.get(directoryPath)));
    const more = [
      ...buildIndex(
        madeUpArchive([...said, { date: '2031-03-15', question: '新', answer: '是。' }]),
        known,
      ),
    ];
    const kept = more.filter(({ bytes }) => bytes === null).map(({ path }) => path);
    const closed = known.segments.slice(0, -1);
    assert.equal(closed.length, 1);
    assert.deepEqual(
      kept.sort(),
      closed.flatMap((files) => [...pathsOf(files), ...facetPathsOf(files), files.calendar]).sort(),
    );
    const names = new Set(more.map(({ path }) => path));
    for (const { bytes, path } of more)
      if (bytes && files.has(path))
        assert.deepEqual(
          new Uint8Array(bytes),
          path === directoryPath ? new Uint8Array(bytes) : files.get(path),
        );
    assert.equal(names.size, more.length);
  });

  it('names every file but the directory by what it holds', () => {
    const odd = [...builtFiles(madeUpArchive(said)).keys()].filter(
      (path) => !/[0-9a-f]{16}/.test(path),
    );
    assert.deepEqual(odd, [directoryPath]);
  });
});

describe('what is found', () => {
  it('comes newest first, a transcript in reading order', async () => {
    assert.deepEqual(await ids('潮汐闸'), [
      '2031-03-14#s1',
      '2031-03-14/1',
      '2030-05-02/1',
      '2029-12-30/1',
    ]);
    assert.deepEqual(await ids('潮汐闸', oldest), [
      '2029-12-30/1',
      '2030-05-02/1',
      '2031-03-14#s1',
      '2031-03-14/1',
    ]);
  });

  it('comes with the best first by relevance', async () => {
    assert.equal((await ids('潮汐闸', relevance))[0], '2029-12-30/1');
  });

  it('is narrowed by what the archive knows, by any form of a name', async () => {
    assert.deepEqual(await ids('潮汐闸 outlet:潮汐社'), ['2031-03-14/1', '2029-12-30/1']);
    assert.deepEqual(await ids('speaker:cenruolan'), ['2030-05-02/1', '2029-12-30/1']);
    assert.deepEqual(await ids('speaker:陶以宁 -照'), []);
    assert.deepEqual(await ids('date:2030..2031-02'), ['2030-05-02/1']);
    assert.deepEqual(await ids('kind:statement lang:zh'), ['2031-03-14#s1']);
    assert.deepEqual(await ids('q:潮汐闸 -渡轮'), ['2029-12-30/1']);
    assert.deepEqual(await ids('潮汐闸 NEAR/1 渡轮'), ['2031-03-14/1']);
  });

  it('is counted by facet and month, with how often the words were said', async () => {
    const index = await openFiles(builtFiles(madeUpArchive(said)));
    const { total, all, months, allFacets } = await index.search('潮汐闸', {
      occurrences: occurrencesIn,
    });
    const facets = await allFacets();
    assert.deepEqual([total, all], [4, 4]);
    assert.deepEqual(
      [...facets.year],
      [
        ['2029', 1],
        ['2030', 1],
        ['2031', 2],
      ],
    );
    assert.deepEqual([...facets.outlet].sort(), [
      ['harbour-gazette', 1],
      ['tidewire', 2],
    ]);
    assert.deepEqual([...facets.speaker].sort(), [
      ['cen-ruolan', 2],
      ['陶以宁', 1],
    ]);
    assert.deepEqual(months[0], { month: '2029-12', found: 1, all: 1, characters: 12, said: 3 });
  });

  it('names who a query in pinyin may mean', async () => {
    const index = await openFiles(builtFiles(madeUpArchive(said)));
    for (const typed of ['cen ruolan', 'cenruolan', 'Cen Ruo']) {
      assert.deepEqual(await namesLike(index, typed), [['speaker', 'cen-ruolan']], typed);
    }
    assert.deepEqual(await namesLike(index, 'tao yining'), [['speaker', '陶以宁']]);
  });
});
