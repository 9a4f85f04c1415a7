import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place } from '../../src/topics/place.ts';
import { withoutUnused, withTerritories } from '../../src/topics/territories.ts';
import { asked, recordOf, topicOf } from './made.ts';

const declared = (...topics: ReturnType<typeof topicOf>[]) =>
  new Map(topics.map((topic) => [topic.id, topic]));

const topicsOf = (language: string, question: string, topics = withTerritories(new Map())) =>
  (
    place([recordOf(language, asked(1, question))], topics.values()).get('caldmere/2031-05-06/1') ??
    []
  )
    .map(({ topic }) => topic)
    .sort();

test('Every territory has a topic with the names that CLDR gives it', () => {
  const topics = withTerritories(new Map());
  assert.deepEqual(topics.get('fiji')?.names, { 'zh-Hans': '斐济', en: 'Fiji' });
  assert.deepEqual(topics.get('cote-d-ivoire')?.territory, 'CI');
  assert.ok(topics.size > 240, `${topics.size}`);
  assert.deepEqual([...topics.keys()], [...topics.keys()].sort());
});

test('A name in either language places what asks about little else', () => {
  assert.deepEqual(topicsOf('zh-Hans', '斐济何时投票？'), ['fiji']);
  assert.deepEqual(topicsOf('zh-Hans', `斐济何时投票？${'天气晴朗，海面平静。'.repeat(20)}`), []);
  assert.deepEqual(topicsOf('en', 'Fiji and Trinidad and Tobago? Fiji, Trinidad & Tobago?'), [
    'fiji',
    'trinidad-tobago',
  ]);
  assert.deepEqual(topicsOf('en', 'Tell us, tell us in general.'), []);
});

test('A name inside another territory’s name is not that territory', () => {
  assert.deepEqual(topicsOf('zh-Hans', '南苏丹、南苏丹'), ['south-sudan']);
  assert.deepEqual(topicsOf('zh-Hans', '巴布亚新几内亚、巴布亚新几内亚'), ['papua-new-guinea']);
  assert.deepEqual(topicsOf('en', 'South Sudan and South Sudan'), ['south-sudan']);
});

test('A declared topic takes its territory’s names and keeps another from being made', () => {
  const topics = withTerritories(
    declared(
      topicOf('the-islands', { territory: 'FJ', phrases: { zh: ['苏瓦'] } }),
      topicOf('south-sea', { regions: ['009'] }),
      topicOf('tonga-and-more', { regions: ['TO'] }),
    ),
  );
  assert.equal(topics.has('fiji'), false);
  assert.deepEqual(topicsOf('zh-Hans', '斐济、斐济', topics), ['the-islands']);
  assert.deepEqual(topicsOf('zh-Hans', '苏瓦？', topics), ['the-islands']);
  assert.deepEqual(topics.get('the-islands')?.parents, ['south-sea']);
  assert.deepEqual(topics.get('samoa')?.parents, ['south-sea']);
  assert.deepEqual(topics.get('tonga')?.parents, ['tonga-and-more']);
  assert.equal(topics.get('chad')?.parents, undefined);
});

test('No country is a topic of its own briefings', () => {
  const record = recordOf('zh-Hans', asked(1, '斐济、斐济、汤加、汤加'));
  const homes = new Map([['caldmere-press', 'FJ']]);
  const placed = place([record], withTerritories(new Map()).values(), { homes });
  assert.deepEqual(
    placed.get('caldmere/2031-05-06/1')?.map(({ topic }) => topic),
    ['tonga'],
  );
});

test('What was made and places nothing is left out again; what is declared stays', () => {
  const own = declared(topicOf('harbour', {}));
  const topics = withTerritories(own);
  const placed = place([recordOf('zh-Hans', asked(1, '斐济、斐济'))], topics.values());
  assert.deepEqual([...withoutUnused(topics, own, placed).keys()], ['fiji', 'harbour']);
});
