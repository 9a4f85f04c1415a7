import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, apiOf } from '../../src/export/api.ts';
import { flatTranscript } from '../../src/model/flat.ts';
import { transcript } from '../../src/model/transcript.ts';
import { archiveOf, twoDays } from '../caldmere.ts';

const archive = archiveOf(twoDays());
const exchange = 'caldmere/2031-05-06/1';
const topic = { id: 'harbour', names: { 'zh-Hans': '港口', en: 'The harbour' }, phrases: {} };
archive.topics.set('harbour', { ...topic, path: 'topics/harbour.md', description: '' });
archive.placements.set(exchange, [{ topic: 'harbour', exchange, strength: 1, reasons: [] }]);

const files = new Map(
  [...api(archive), ...archive.transcripts.map((it) => apiOf(it, archive.placements))].map(
    ({ path, bytes }) => [path, JSON.parse(String(bytes))],
  ),
);

test('from the index every list and every year can be reached', () => {
  const { counts, lists, transcripts } = files.get('api/v1/index.json');
  assert.deepEqual(counts, { transcripts: 2, exchanges: 4, topics: 1, outlets: 1 });
  const links = [...Object.values<string>(lists), ...transcripts];
  assert.equal(links.length, 8);
  for (const link of links) assert.ok(files.has(link.slice(1)), link);
});

test('the file of a transcript holds its tree and the topics of its exchanges', () => {
  const [first] = twoDays();
  const it = files.get('api/v1/transcripts/caldmere/2031-05-06.json');
  assert.deepEqual(transcript.parse(it.transcript), first);
  assert.deepEqual(it.topics, { [exchange]: ['harbour'], 'caldmere/2031-05-06/2': [] });
});

test('the list of a year fits the published schema', () => {
  const list = files.get('api/v1/transcripts/caldmere/2032.json');
  assert.deepEqual(
    list.map((line: unknown) => flatTranscript.parse(line).id),
    ['caldmere/2032-01-02'],
  );
});

test('topics and outlets lead to their exchanges', () => {
  assert.deepEqual(files.get('api/v1/topics.json')[0].exchanges, 1);
  assert.deepEqual(files.get('api/v1/topics/harbour.json').exchanges, [
    { id: exchange, url: `/${exchange}/` },
  ]);
  assert.equal(files.get('api/v1/outlets/harbour-post.json').exchanges.length, 4);
});

test('the calendar names every day with its transcripts', () => {
  assert.deepEqual(files.get('api/v1/calendar.json'), [
    { date: '2031-05-06', transcripts: ['caldmere/2031-05-06'] },
    { date: '2032-01-02', transcripts: ['caldmere/2032-01-02'] },
  ]);
});
