import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningOf, placedShare, scoreTopics } from '../../eval/topics.ts';
import { place } from '../../src/topics/place.ts';
import { archiveOf } from '../caldmere.ts';
import { asked, recordOf, topicOf } from './made.ts';

const exchanges = [
  asked(1, '潮汐闸何时检修？'),
  asked(2, '港口何时开放？'),
  asked(3, '天气如何？'),
];
const archive = archiveOf([recordOf('zh-Hans', ...exchanges)]);
archive.placements = place(archive.transcripts, [
  topicOf('barrier', { phrases: { zh: ['潮汐闸'] } }),
  topicOf('harbour', { phrases: { zh: ['港口'] } }),
]);
const readings = exchanges.map((exchange, index) => ({
  exchange: exchange.id,
  begins: beginningOf(exchange),
  topics: [['barrier', 'repairs'], [], []][index] ?? [],
}));

test('The score counts labels over all exchanges and names each difference', () => {
  const score = scoreTopics(archive, readings);
  assert.deepEqual([score.precision, score.recall, score.f1], [0.5, 0.5, 0.5]);
  assert.deepEqual(score.errors, [
    { exchange: 'caldmere/2031-05-06/1', only: 'reader', topic: 'repairs', words: [] },
    {
      exchange: 'caldmere/2031-05-06/2',
      only: 'rules',
      topic: 'harbour',
      words: ['港口 (question, 1)'],
    },
  ]);
});

test('A reading finds its exchange under another number, and is stale where it is gone', () => {
  const [first] = readings;
  assert.ok(first);
  const moved = { ...first, exchange: 'caldmere/2031-05-06/9' };
  assert.equal(scoreTopics(archive, [moved]).exchanges, 1);
  const gone = { ...first, begins: '00000000' };
  assert.deepEqual(scoreTopics(archive, [gone]).stale, ['caldmere/2031-05-06/1']);
});

test('The share placed is of what listings count', () => {
  assert.deepEqual(placedShare(archive, 'caldmere'), { exchanges: 3, placed: 2 });
});
