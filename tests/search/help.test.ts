import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import type { Archive } from '../../src/model/archive.ts';
import type { SearchIndex } from '../../src/search/engine.ts';
import { searchHelp } from '../../src/site/search-help.ts';
import { builtFiles, openFiles } from './in-memory.ts';
import { madeUpArchive, type Said } from './made-up.ts';

/** Made up: each example must find some of these and leave others. */
const said: Said[] = [
  { date: '2021-03-14', question: '关于气候变化？', answer: '无可奉告。', outlet: 'reuters' },
  { date: '2021-04-02', question: '能源？', answer: '气候和能源都谈到了。', speaker: '赵立坚' },
  { date: '2021-08-01', question: 'The climate change?', answer: 'In climes.' },
  { date: '2022-01-05', question: 'Change of climate, acclimatised?', answer: '能源。' },
  { date: '2022-01-06', statement: `气候${'一'.repeat(30)}能源` },
];

/** Example → the exchanges and statements that it must find, by their places above. */
const finds: Record<string, number[]> = {
  气候变化: [0],
  climate: [2, 3],
  'clim*': [2, 3],
  '"climate change"': [2],
  '气候 能源': [1, 4],
  '气候 OR 能源': [0, 1, 3, 4],
  '气候 -能源': [0],
  '气候 NEAR/20 能源': [1],
  'q:气候': [0],
  'a:能源': [1, 3, 4],
  'outlet:路透社': [0],
  'speaker:"zhao lijian"': [1],
  'topic:climate-change': [0],
  'source:mfa-zh': [],
  'lang:zh': [0, 1, 2, 3, 4],
  'kind:statement': [4],
  'date:2021': [0, 1, 2],
  'date:2021-03..2021-06': [0, 1],
  'date:2021-03-14..': [0, 1, 2, 3, 4],
};

function archiveOf(made: Archive): Archive {
  const id = `cal-zh/${said[0]?.date}/1`;
  const names = { 'zh-Hans': '路透社', en: 'Reuters' };
  return {
    ...made,
    outlets: new Map([
      ['reuters', { id: 'reuters', names, aliases: [], place: 'ZZ', kind: 'agency' }],
    ]),
    placements: new Map([
      [id, [{ topic: 'climate-change', exchange: id, strength: 1, reasons: [] }]],
    ]),
  };
}

describe('the examples of how to search', () => {
  let index: SearchIndex;

  before(async () => {
    index = await openFiles(builtFiles(archiveOf(madeUpArchive(said))));
  });

  for (const typed of searchHelp.flatMap((example) => example.typed)) {
    it(`finds what it says: ${typed}`, async () => {
      const { hits, notices } = await index.search(typed);
      const dates = hits.map(({ date }) => date).sort();
      assert.deepEqual(
        dates,
        finds[typed]?.map((i) => said[i]?.date),
      );
      const unknown = typed === 'source:mfa-zh' ? ['unknown-value'] : [];
      assert.deepEqual(
        notices.map(({ key }) => key),
        unknown,
      );
    });
  }

  it('are the table of docs/search.md', () => {
    const text = readFileSync(path.join(import.meta.dirname, '../../docs/search.md'), 'utf8');
    const rows = searchHelp.map(
      ({ typed, finds: { en } }) => `| ${typed.map((one) => `\`${one}\``).join(' ')} | ${en} |`,
    );
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('| `')),
      rows,
    );
  });
});
