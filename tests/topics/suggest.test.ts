import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { topicMatter } from '../../src/model/topic.ts';
import { checkTopics } from '../../src/topics/check.ts';
import { draftOf } from '../../src/topics/draft.ts';
import { type Question, suggest } from '../../src/topics/suggest.ts';
import { topicOf } from './made.ts';

const questions = (inFocus: boolean, ...words: string[]): Question[] =>
  words.map((each, index) => ({
    exchange: `${inFocus ? 'new' : 'old'}/${index}`,
    words: each,
    inFocus,
  }));

const old = questions(false, ...Array.from({ length: 40 }, () => '港口何时开放？'));
const fresh = questions(
  true,
  '潮汐闸门何时检修？',
  '潮汐闸门为何关闭？',
  '潮汐闸门由谁维护？',
  '港口何时开放？',
);

test('A phrase asked about more than elsewhere is suggested once, whole, with its newest examples', () => {
  const [first, ...rest] = suggest([...old, ...fresh], [], 'zh');
  assert.deepEqual(rest, []);
  assert.equal(first?.phrase, '潮汐闸门');
  assert.deepEqual(
    [first?.focus, first?.elsewhere, first?.examples],
    [3, 0, ['new/2', 'new/1', 'new/0']],
  );
  assert.ok((first?.keyness ?? 0) > 10.8);
});

test('What every question is put with makes no topic', () => {
  const asked = questions(true, '请问刚才是谁？', '请问刚才有何事？', '请问刚才几点？');
  assert.deepEqual(suggest([...old, ...asked], [], 'zh'), []);
});

test('What a topic looks for, what is said elsewhere as often, and what is said twice is not suggested', () => {
  assert.deepEqual(
    suggest([...old, ...fresh], [topicOf('b', { phrases: { zh: ['潮汐闸门'] } })], 'zh'),
    [],
  );
  assert.deepEqual(suggest([...old, ...fresh.slice(0, 2)], [], 'zh'), []);
  assert.deepEqual(suggest(fresh, [], 'zh'), []);
});

test('English phrases are words that hold no others together', () => {
  const asked = questions(
    true,
    'When is the tidal gate shut?',
    'Is the tidal gate old?',
    'The Tidal Gate, please',
  );
  const before = questions(false, ...Array.from({ length: 40 }, () => 'When is the harbour open?'));
  assert.deepEqual(
    suggest([...before, ...asked], [], 'en').map(({ phrase }) => phrase),
    ['tidal gate'],
  );
});

test('What is left of a word that a topic looks for a part of is no phrase', () => {
  const asked = questions(true, 'Are terrorists here?', 'No terrorists?', 'Terrorists again?');
  const before = questions(false, ...Array.from({ length: 40 }, () => 'When is the harbour open?'));
  const topics = [topicOf('b', { phrases: { en: ['terror*'] } })];
  assert.deepEqual(suggest([...before, ...asked], topics, 'en'), []);
});

test('A phrase said four times as often elsewhere as its share is a habit, not a subject', () => {
  const habit = questions(false, ...Array.from({ length: 20 }, () => '潮汐闸门何时检修？'));
  const before = questions(false, ...Array.from({ length: 80 }, () => '港口何时开放？'));
  assert.deepEqual(suggest([...before, ...habit, ...fresh], [], 'zh'), []);
});

test('A draft is a topic file', () => {
  const [, matter, text] = draftOf('tidal-gate', ['潮汐闸门', '潮汐闸'], 'zh').split(/^---$/mu);
  const topic = topicMatter.parse(parse(matter ?? ''));
  assert.deepEqual(
    [topic.id, topic.names['zh-Hans'], topic.phrases],
    ['tidal-gate', '潮汐闸门', { zh: ['潮汐闸门', '潮汐闸'] }],
  );
  assert.match(text ?? '', /\n\*\*\*\n/u);
});

test('The example of the docs is a topic file without fault', async () => {
  const docs = await readFile(new URL('../../docs/topics.md', import.meta.url), 'utf8');
  const [, matter] = /```markdown\n---\n(.*?)\n---\n/su.exec(docs) ?? [];
  const topic = topicOf('', parse(matter ?? ''));
  assert.equal(topic.id, 'sea-ice');
  const upper = topicOf('environment', { phrases: { zh: ['环境'] } });
  assert.deepEqual(checkTopics([{ ...topic }, upper]), []);
});
