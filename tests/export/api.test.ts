import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { api, apiOf } from '../../src/export/api.ts';
import { flatTranscript } from '../../src/model/flat.ts';
import { transcript } from '../../src/model/transcript.ts';
import { apiFiles } from '../../src/site/api-files.ts';
import { archiveOf, twoDays } from '../caldmere.ts';
import { staticServer } from '../site/static-server.ts';

const archive = archiveOf(twoDays());
const exchange = 'caldmere/2031-05-06/1';
const topic = { id: 'harbour', names: { 'zh-Hans': '港口', en: 'The harbour' }, phrases: {} };
archive.topics.set('harbour', { ...topic, path: 'topics/harbour.md', description: '' });
archive.placements.set(exchange, [{ topic: 'harbour', exchange, strength: 1, reasons: [] }]);

const [day] = archive.transcripts;
const wording = {
  digest: 'c'.repeat(64),
  first: '2031-05-06T01:00:00Z',
  children: day?.children ?? [],
};
archive.versions.set('caldmere/2031-05-06', {
  schemaVersion: 1,
  id: 'caldmere/2031-05-06',
  versions: ['v1', 'v2'].map((id) => ({ ...wording, id, last: wording.first })),
});

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

/** Whether a path is one of this kind: what is in braces stands for an id, a year or a day. */
function isOf(kind: string, path: string): boolean {
  const parts: Record<string, string> = { year: '\\d{4}', date: '\\d{4}-\\d\\d-\\d\\d[-\\w]*' };
  const pattern = kind.slice(1).replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? '[-\\w]+');
  return new RegExp(`^${pattern}$`).test(path);
}

test('every file is of one kind, and fits the schema that is published for it', () => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const seen = new Set<string>();
  for (const [path, value] of files) {
    if (path.startsWith('api/v1/schema/')) continue;
    const kinds = apiFiles.filter((it) => isOf(it.path, path));
    assert.equal(kinds.length, 1, path);
    for (const kind of kinds) {
      seen.add(kind.path);
      const fits = ajv.compile(files.get(`api/v1/schema/${kind.schema}.json`));
      assert.equal(fits(value), true, `${path}: ${ajv.errorsText(fits.errors)}`);
    }
  }
  assert.deepEqual([...seen].sort(), apiFiles.map(({ path }) => path).sort());
});

const docs = path.resolve(import.meta.dirname, '../../docs');

test('docs/api.md names every kind of file with its schema', async () => {
  const text = await readFile(path.join(docs, 'api.md'), 'utf8');
  for (const { path, schema, says } of apiFiles) {
    assert.ok(text.includes(`| \`${path}\` | ${says.en} | \`${schema}\` |`), path);
  }
});

test('the examples of docs/api.md run against the files and find what they say', async (context) => {
  const text = await readFile(path.join(docs, 'api.md'), 'utf8');
  const examples = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const bytes = new Map([...files].map(([path, it]) => [path, Buffer.from(JSON.stringify(it))]));
  const server = await staticServer(bytes, '/');
  context.after(() => server.close());
  const printed: string[] = [];
  const run = new Function('site', 'console', `return (async () => {${examples.join('')}})()`);
  await run(server.address.replace(/\/$/, ''), {
    log: (...words: unknown[]) => printed.push(words.flat().join(' ')),
  });
  assert.equal(examples.length, 3);
  assert.deepEqual(printed.slice(0, 2), [
    '2032-01-02 Briefing of 2032-01-02',
    'caldmere/2032-01-02/1 Harbour Post Is the quay dry?',
  ]);
  assert.match(printed.at(-1) ?? '', /^The Harbour Post http:\S+\/caldmere\/2031-05-06\/1\/ /);
});
