import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkPlacements, checkTopics } from '../../src/topics/check.ts';
import { draftOf } from '../../src/topics/draft.ts';
import { withTerritories } from '../../src/topics/territories.ts';
import { topicOf } from './made.ts';

const zhOnly = (exchanges: number) => new Map([['zh', exchanges]]);
const zh = (id: string, ...cues: unknown[]) => topicOf(id, { phrases: { zh: cues } });
const faults = (...topics: ReturnType<typeof topicOf>[]) =>
  checkTopics(topics).map(({ topic, path, reason }) => `${topic} ${path.join('.')}: ${reason}`);

test('Parents that lead back, or to a third level, are reported with the way', () => {
  const child = (id: string, ...parents: string[]) =>
    topicOf(id, { parents, phrases: { zh: [`词${id}`] } });
  assert.deepEqual(faults(child('a', 'b'), child('b', 'a')), [
    'a parents: Expected parents that end at the top, got `a > b > a`',
    'b parents: Expected parents that end at the top, got `b > a > b`',
  ]);
  assert.deepEqual(faults(child('a', 'b'), child('b', 'c'), child('c')), [
    'a parents: Expected a parent of the upper level, got `b`, which has parents itself',
  ]);
});

test('A topic that can match nothing, or matches everything, is reported', () => {
  assert.deepEqual(faults(topicOf('empty', {})), [
    'empty phrases: Expected phrases or topics that are part of this one, got `nothing`',
  ]);
  assert.deepEqual(
    faults(topicOf('head', {}), topicOf('part', { parents: ['head'], phrases: { zh: ['港口'] } })),
    [],
  );
  assert.deepEqual(faults(zh('all', '港口', { pattern: '.*' })), [
    'all phrases.zh.1: Expected a pattern that needs a character, got `.*`, which matches everything',
  ]);
});

test('A phrase that never counts, or is there twice, is reported where it stands', () => {
  assert.deepEqual(faults(zh('a', '港口', '港口')), [
    'a phrases.zh.1: Expected each phrase once, got `港口` again',
  ]);
  assert.deepEqual(faults(zh('a', { phrase: '港口', with: ['鳕鱼'], without: ['鳕鱼'] })), [
    'a phrases.zh.0: Cannot count `港口` both with and without `鳕鱼`',
  ]);
  assert.deepEqual(faults(topicOf('a', { phrases: { zh: ['港口'] }, except: { zh: ['港口'] } })), [
    'a phrases.zh.0: Cannot count `港口` without leaving it out of except',
  ]);
});

test('What a draft leaves to its author is reported until it is written', () => {
  const [, matter, text = ''] = draftOf('tidal-gate', ['潮汐闸门'], 'zh').split(/^---$/mu);
  const draft = { ...topicOf('tidal-gate', parse(matter ?? '')), description: text };
  const reported = faults(draft);
  assert.equal(reported.length, 2);
  assert.match(reported[0] ?? '', /^tidal-gate names\.en: .*`NAME` of the draft; write it/);
  assert.match(reported[1] ?? '', /^tidal-gate : Expected a description below the front matter/);
  const names = { 'zh-Hans': '潮汐闸门', en: 'Tidal gates' };
  assert.deepEqual(faults({ ...draft, names, description: '闸门。\n\n***\n\nGates.' }), []);
});

test('A phrase in two topics with contrary exclusions is reported in both', () => {
  const cod = zh('cod', '鳕鱼', { phrase: '配额', without: ['鲱鱼'] });
  const herring = zh('herring', '鲱鱼', { phrase: '配额', without: ['鳕鱼'] });
  assert.deepEqual(faults(cod, herring), [
    'cod phrases.zh.1: Expected `配额` to count in one topic at least, got `without` here and in topics/herring.md, each against phrases of the other',
    'herring phrases.zh.1: Expected `配额` to count in one topic at least, got `without` here and in topics/cod.md, each against phrases of the other',
  ]);
  assert.deepEqual(faults(cod, zh('herring', '鲱鱼', '配额')), []);
});

test('A topic of nearly every exchange is reported once there are enough to tell', () => {
  const placed = (n: number) =>
    new Map(
      Array.from({ length: n }, (_, i) => [
        `e${i}`,
        [{ topic: 'all', exchange: `e${i}`, strength: 1, reasons: [] }],
      ]),
    );
  const all = [topicOf('all', { phrases: { zh: ['潮汐'] } })];
  assert.deepEqual(checkPlacements(all, placed(60), zhOnly(100)), []);
  assert.deepEqual(
    checkPlacements(all, placed(61), zhOnly(100)).map(({ topic, path }) => [topic, path]),
    [['all', ['phrases']]],
  );
  assert.deepEqual(checkPlacements(all, placed(9), zhOnly(9)), []);
  const besideEnglish = new Map([...zhOnly(100), ['en', 1000]]);
  assert.equal(checkPlacements(all, placed(61), besideEnglish).length, 1);
});

test('A topic that no exchange of a large archive says is reported, one without phrases is not', () => {
  const both = topicOf('both', { phrases: { zh: ['港口'], en: ['harbour'] } });
  const topics = [topicOf('tide', { phrases: { zh: ['潮汐'] } }), topicOf('sea'), both];
  const faulty = (held: [string, number][]) =>
    checkPlacements(topics, new Map(), new Map(held)).map(({ topic }) => topic);
  assert.deepEqual(faulty([['zh', 4999]]), []);
  assert.deepEqual(faulty([['zh', 5000]]), ['tide']);
  const large: [string, number][] = [
    ['zh', 5000],
    ['en', 5000],
  ];
  assert.deepEqual(faulty(large), ['tide', 'both']);
});

test('The shipped topics have no fault: at least 80 in two levels', async () => {
  const folder = new URL('../../content/topics/', import.meta.url);
  const topics = await Promise.all(
    (await readdir(folder)).map(async (file) => {
      const [, matter, text = ''] = (await readFile(new URL(file, folder), 'utf8')).split(
        /^---$/mu,
      );
      const topic = topicOf('', parse(matter ?? ''));
      assert.equal(`${topic.id}.md`, file);
      assert.match(text, /\S\n\n\*\*\*\n\n\S/u, `${file}: a description in two languages`);
      return topic;
    }),
  );
  assert.ok(topics.length >= 80);
  const all = withTerritories(new Map(topics.map((topic) => [topic.id, topic])));
  assert.deepEqual(checkTopics(topics), []);
  const orphans = topics.filter(
    ({ id, parents }) => (parents ?? all.get(id)?.parents ?? []).length === 0,
  );
  assert.ok(orphans.length < 25, orphans.map(({ id }) => id).join());
});
