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
    briefing: `${inFocus ? 'new' : 'old'} ${index % 2}`,
    words: each,
    period: inFocus ? '2031-05' : null,
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

test('A phrase that is no more than five times commoner than elsewhere is a habit, not a subject', () => {
  const habit = questions(false, ...Array.from({ length: 20 }, () => '潮汐闸门何时检修？'));
  const before = questions(false, ...Array.from({ length: 80 }, () => '港口何时开放？'));
  assert.deepEqual(suggest([...before, ...habit, ...fresh], [], 'zh'), []);
});

test('A phrase cut out of a longer name, a number in order, and what one briefing alone asks are none', () => {
  const named = questions(
    true,
    '问加沙地带？',
    '加沙地带有何消息？',
    '在加沙地带呢？',
    '第二十六届',
  );
  const gaza = [topicOf('gaza', { phrases: { zh: ['加沙'] } })];
  assert.deepEqual(suggest([...old, ...named], gaza, 'zh'), []);
  const ordinals = questions(true, '第二十六，港口？', '第二十六，为何？', '第二十六');
  assert.deepEqual(suggest([...old, ...ordinals], [], 'zh'), []);
  const oneBriefing = fresh.map((it) => ({ ...it, briefing: 'new' }));
  assert.deepEqual(suggest([...old, ...oneBriefing], [], 'zh'), []);
});

test('A phrase is suggested for the period in which it is most its own', () => {
  const later = fresh.map((it) => ({ ...it, period: '2031-06' }));
  const [before, both] = [fresh.slice(0, 3), [...fresh, ...fresh, ...later]].map((its) =>
    suggest([...old, ...its], [], 'zh').map(({ period, focus, elsewhere }) => [
      period,
      focus,
      elsewhere,
    ]),
  );
  assert.deepEqual(before, [['2031-05', 3, 0]]);
  assert.deepEqual(both, [['2031-05', 6, 3]]);
});

test('Words that are common everywhere make no phrase by standing together', () => {
  const apart = ['潮汐很大', '闸门很大'].flatMap((words) =>
    questions(false, ...Array.from({ length: 30 }, () => words)),
  );
  assert.deepEqual(suggest([...old, ...apart, ...fresh.slice(0, 3)], [], 'zh'), []);
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
