import assert from 'node:assert/strict';
import { test } from 'node:test';
import { views } from '../../src/archive/views.ts';
import { archiveOf, twoDays } from '../caldmere.ts';

test('years, outlets and speakers list their exchanges, newest transcript first, without slight ones', () => {
  const listed = views(archiveOf(twoDays())).map(
    ({ kind, id, exchanges }) =>
      `${kind}/${id}: ${exchanges.map(({ exchange }) => exchange.id).join(' ')}`,
  );
  const all = 'caldmere/2032-01-02/1 caldmere/2031-05-06/1 caldmere/2031-05-06/2';
  assert.deepEqual(listed, [
    `outlets/harbour-post: ${all}`,
    `speakers/ana-quill: ${all}`,
    'years/2031: caldmere/2031-05-06/1 caldmere/2031-05-06/2',
    'years/2032: caldmere/2032-01-02/1',
  ]);
});

test('a speaker that people.yaml does not know goes by the printed name', () => {
  const archive = { ...archiveOf(twoDays()), people: new Map() };
  const speakers = views(archive).filter(({ kind }) => kind === 'speakers');
  assert.deepEqual(
    speakers.map(({ id, names }) => [id, names.en]),
    [['Ana Quill', 'Ana Quill']],
  );
});

test('a topic has a listing before anything is placed under it, and lists what is', () => {
  const names = { 'zh-Hans': '港口', en: 'The harbour' };
  const topic = { id: 'harbour', names, phrases: {}, path: 'topics/harbour.md', description: '' };
  const archive = { ...archiveOf(twoDays()), topics: new Map([['harbour', topic]]) };
  const listing = () => views(archive).find(({ kind }) => kind === 'topics');
  assert.deepEqual(listing(), { kind: 'topics', id: 'harbour', names, exchanges: [] });
  const exchange = 'caldmere/2031-05-06/2';
  archive.placements.set(exchange, [{ topic: 'harbour', exchange, strength: 1, reasons: [] }]);
  assert.deepEqual(
    listing()?.exchanges.map(({ exchange }) => exchange.id),
    [exchange],
  );
});
