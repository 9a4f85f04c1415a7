import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { flatExchange, flatTurn } from '../../src/model/flat.ts';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../docs/data', name), 'utf8'));

const fields = z.record(
  z.string(),
  z.object({
    analyzer: z.string().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
  }),
);

test('the mapping for OpenSearch names every field of a line, and words by pairs of characters', async () => {
  const mapping = z.object({
    mappings: z.object({ dynamic: z.literal('strict'), properties: fields }),
  });
  const { properties } = mapping.parse(await read('opensearch.json')).mappings;
  assert.deepEqual(Object.keys(properties).sort(), Object.keys(flatExchange.shape).sort());
  const turn = fields.parse(properties.turns?.properties);
  assert.deepEqual(Object.keys(turn).sort(), Object.keys(flatTurn.shape).sort());
  assert.equal(turn.text?.analyzer, 'cjk');
});

test('the settings for Meilisearch name fields that a line has, and the languages of words', async () => {
  const shape = z.object({
    searchableAttributes: z.array(z.string()),
    filterableAttributes: z.array(z.string()),
    sortableAttributes: z.array(z.string()),
    localizedAttributes: z.array(z.object({ locales: z.array(z.string()) })),
  });
  const settings = shape.parse(await read('meilisearch.json'));
  const known = [
    ...Object.keys(flatExchange.shape),
    ...Object.keys(flatTurn.shape).map((name) => `turns.${name}`),
  ];
  const { searchableAttributes, filterableAttributes, sortableAttributes } = settings;
  for (const name of [...searchableAttributes, ...filterableAttributes, ...sortableAttributes]) {
    assert.ok(known.includes(name), name);
  }
  assert.deepEqual(settings.localizedAttributes[0]?.locales, ['cmn', 'eng']);
});
