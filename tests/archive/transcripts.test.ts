import assert from 'node:assert/strict';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import {
  readTranscripts,
  transcriptFile,
  writeTranscripts,
} from '../../src/archive/transcripts.ts';
import { twoDays } from '../caldmere.ts';
import { contentFolder } from './content.ts';

const first = 'transcripts/caldmere/2031/2031-05-06.json';
const second = 'transcripts/caldmere/2032/2032-01-02.json';

test('what was written is read back, by date', async () => {
  const content = await contentFolder({});
  const written = await writeTranscripts(content, twoDays().reverse());
  assert.deepEqual(written, [first, second]);
  assert.deepEqual(await readTranscripts(content), { transcripts: twoDays(), problems: [] });
});

test('the order of keys in memory does not reach the file', async () => {
  const [content, other] = [await contentFolder({}), await contentFolder({})];
  const [it] = twoDays();
  assert.ok(it);
  const reversed = Object.fromEntries(Object.entries(it).reverse());
  await writeTranscripts(content, [it]);
  await writeTranscripts(other, [{ ...it, ...reversed }]);
  const bytes = await readFile(path.join(content, first), 'utf8');
  assert.equal(await readFile(path.join(other, first), 'utf8'), bytes);
  assert.match(bytes, /^\{\n {2}"type": "transcript",\n {2}"schemaVersion": 1,\n {2}"id": /);
  assert.ok(bytes.endsWith('\n}\n'));
});

test('a file that holds the same bytes is not touched', async () => {
  const content = await contentFolder({});
  await writeTranscripts(content, twoDays());
  const long = new Date(0);
  await utimes(path.join(content, first), long, long);
  const again = await writeTranscripts(content, twoDays());
  assert.deepEqual(again, []);
  assert.equal((await stat(path.join(content, first))).mtimeMs, 0);
});

test('transcripts that are not given stay: what was minted once has a page for good', async () => {
  const content = await contentFolder({ 'transcripts/elsewhere/2031/2031-05-06.json': '{}' });
  const [a, b] = twoDays();
  assert.ok(a && b);
  await writeTranscripts(content, [a, b]);
  assert.deepEqual(await writeTranscripts(content, [{ ...b, title: 'Again' }]), [second]);
  assert.deepEqual(await readdir(path.join(content, 'transcripts')), ['caldmere', 'elsewhere']);
  assert.equal((await readTranscripts(content, 'caldmere')).transcripts.length, 2);
});

test('a transcript that does not fit stops the writing before its first byte', async () => {
  const content = await contentFolder({});
  const [a, b] = twoDays();
  assert.ok(a && b);
  await assert.rejects(writeTranscripts(content, [a, { ...b, title: '' }]));
  await assert.rejects(stat(path.join(content, 'transcripts')), { code: 'ENOENT' });
});

test('a transcript that does not fit the schema is named with its place, the others are read', async () => {
  const content = await contentFolder({});
  await writeTranscripts(content, twoDays());
  const file = path.join(content, first);
  const text = await readFile(file, 'utf8');
  const damaged: [string, string][] = [
    [text.replace('"kind": "conference"', '"kind": "concert"'), `${first}:8:3 Expected one of`],
    [text.replace('"value": "At noon."', '"valu": "At noon."'), `${first}:111:13 Expected text`],
    [text.slice(0, 300), `${first}:12:`],
    ['', `${first}:1:1 Expected JSON, got nothing`],
    [text.replace('2031-05-06"', '2031-05-07"'), `${first}:4:3 Expected an id that fits`],
  ];
  for (const [bytes, expected] of damaged) {
    await writeFile(file, bytes);
    const { transcripts, problems } = await readTranscripts(content);
    assert.equal(transcripts.length, 1);
    const [problem] = problems;
    const line = `${problem?.file}:${problem?.line}:${problem?.column} ${problem?.reason}`;
    assert.ok(line.startsWith(expected), line);
  }
});

test('a second conference of a day and written answers have files of their own', () => {
  assert.equal(
    transcriptFile('caldmere/2031-05-06-2'),
    'transcripts/caldmere/2031/2031-05-06-2.json',
  );
  assert.equal(
    transcriptFile('caldmere/2031-05-06-w2'),
    'transcripts/caldmere/2031/2031-05-06-w2.json',
  );
});
