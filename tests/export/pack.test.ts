import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parse } from 'yaml';
import { codebook, fieldsOf } from '../../src/export/codebook.ts';
import { pack } from '../../src/export/pack.ts';
import { flatExchange } from '../../src/model/flat.ts';
import { archiveOf, twoDays } from '../caldmere.ts';

const files = new Map([...pack(archiveOf(twoDays()))].map(({ path, bytes }) => [path, bytes]));

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the checksums name every other file, each with its digest', () => {
  const sums = String(files.get('SHA256SUMS')).trimEnd().split('\n');
  const expected = [...files]
    .filter(([path]) => path !== 'SHA256SUMS')
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}`);
  assert.deepEqual(sums, expected.sort());
  assert.ok(sums.length > 15);
});

test('the data package describes each table by its size, digest and fields', () => {
  const { resources, version } = JSON.parse(String(files.get('datapackage.json')));
  assert.equal(version, '2032-01-02+4');
  for (const { path, bytes, hash, schema } of resources) {
    const text = String(files.get(path));
    assert.equal(Buffer.byteLength(text), bytes);
    assert.equal(hash, `sha256:${sha256(text)}`);
    if (!path.endsWith('.jsonl')) continue;
    const [first] = text.split('\n');
    const names = schema.fields.map(({ name }: { name: string }) => name);
    assert.deepEqual(Object.keys(JSON.parse(first ?? '')), names, path);
  }
  assert.equal(resources.length, 5);
});

test('every field of every table is described, in the codebook and in the JSON Schema', () => {
  for (const table of ['exchanges', 'turns', 'transcripts'] as const) {
    for (const { name, description } of fieldsOf(table)) {
      assert.ok(description.length > 10, `${table}.${name}`);
      assert.ok(codebook().includes(`| \`${name}\` | `), name);
    }
    const schema = JSON.parse(String(files.get(`schema/${table}.json`)));
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.additionalProperties, false);
  }
  const types = fieldsOf('exchanges').map(({ type }) => type);
  assert.deepEqual(types.slice(6, 8), ['date', 'string']);
  assert.equal(types.length, Object.keys(flatExchange.shape).length);
});

test('the citation file is YAML with what CFF asks for', () => {
  const citation = parse(String(files.get('CITATION.cff')));
  for (const key of ['cff-version', 'message', 'title', 'authors', 'version'])
    assert.ok(citation[key], key);
});
