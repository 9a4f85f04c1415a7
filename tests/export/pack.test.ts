import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { parse } from 'yaml';
import { codebook, codebookTables, fieldsOf } from '../../src/export/codebook.ts';
import { folders } from '../../src/export/formats.ts';
import { pack } from '../../src/export/pack.ts';
import { flatExchange } from '../../src/model/flat.ts';
import { archiveOf, twoDays } from '../caldmere.ts';
import { filesBy } from './gathered.ts';

async function* none() {}

const archive = archiveOf(twoDays());
const exchange = 'caldmere/2031-05-06/1';
archive.topics = new Map(
  ['ships', 'unused'].map((id) => [
    id,
    { id, names: { 'zh-Hans': id, en: id }, phrases: {}, path: '', description: '' },
  ]),
);
archive.placements.set(exchange, [{ topic: 'ships', exchange, strength: 1, reasons: [] }]);

const files = await filesBy((names) => pack(names, none), archive);

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the checksums name every other file, each with its digest', () => {
  const sums = String(files.get('SHA256SUMS')).trimEnd().split('\n');
  const expected = [...files]
    .filter(([path]) => path !== 'SHA256SUMS')
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}`);
  assert.deepEqual(sums, expected.sort());
  assert.ok(sums.length > 20, String(sums.length));
});

test('the data package describes each table by its size, digest and fields', () => {
  const { resources, version } = JSON.parse(String(files.get('datapackage.json')));
  assert.equal(version, '2032-01-02+4');
  const undescribed = ['SHA256SUMS', 'datapackage.json'];
  assert.deepEqual(
    resources.map(({ path }: { path: string }) => path).sort(),
    [...files.keys()].filter((path) => !undescribed.includes(path)).sort(),
  );
  for (const { path, bytes, hash, schema } of resources) {
    const there = files.get(path) ?? new Uint8Array();
    assert.equal(there.length, bytes);
    assert.equal(hash, `sha256:${sha256(there)}`);
    assert.equal(schema !== undefined, path.endsWith('.jsonl') && path !== 'trees.jsonl', path);
    const [first] = String(there).split('\n');
    if (!schema || first === '') continue;
    const names = schema.fields.map(({ name }: { name: string }) => name);
    assert.deepEqual(Object.keys(JSON.parse(first ?? '')), names, path);
  }
});

test('every field of every table is described, in the codebook and in the JSON Schema', () => {
  for (const table of codebookTables) {
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

test('a ZIP holds a file for each transcript, with the bytes of its format', async () => {
  for (const name of ['tei', 'akoma-ntoso', 'markdown', 'text'] as const) {
    const unpacked = unzipSync(files.get(`${name}.zip`) ?? new Uint8Array());
    const plain = await filesBy(folders[name], archive);
    assert.deepEqual(Object.keys(unpacked), [...plain.keys()]);
    for (const [path, bytes] of plain) {
      assert.equal(Buffer.compare(unpacked[path] ?? new Uint8Array(), bytes), 0, path);
    }
  }
});

test('names of topics, outlets and sources are tables, of topics those that list something', () => {
  const ids = (path: string) =>
    String(files.get(path))
      .split('\n')
      .flatMap((line) => (line === '' ? [] : JSON.parse(line).id));
  assert.deepEqual(ids('topics.jsonl'), ['ships']);
  assert.deepEqual(ids('outlets.jsonl'), ['harbour-post']);
});
