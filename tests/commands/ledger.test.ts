import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { chained, lineDigest } from '../../src/ledger/chain.ts';
import { contentFolder, good } from '../archive/content.ts';
import { lectern } from './lectern.ts';

const url = 'https://press.caldmere.example/briefings/2031-05-06';
const id = 'caldmere/2031-05-06';
const { 'corrections/caldmere/2031-05-06.yaml': _, ...files } = good;
const content = await contentFolder(files);

const page = (lines: string[]): string =>
  [
    'title: Press Conference of the Republic of Caldmere on May 6, 2031',
    `url: ${url}`,
    'author: Caldmere Press Office',
    'content:',
    ...lines,
    '',
  ].join('\n');

const first = [
  'The Harbour Post: When will the ferry to East Cape run again?',
  'Ada Vell: We expect it to run on Thursday.',
  'Inland Wire: Why do repairs of the library cost twice the sum planned?',
  'Ada Vell: Stone has to come from another province.',
  'The Harbour Post: Is there news of the lighthouse museum?',
  'Ada Vell: It will open next month, with a new hall for ships of the last century.',
];
const later = [
  'The Harbour Post: When will the ferry to East Cape run again?',
  'Ada Vell: We expect it to run on Friday.',
  ...first.slice(4),
];

const run = (...args: string[]) => lectern(...args, '--content', content);

for (const lines of [first, later]) {
  const file = path.join(content, '..', `${path.basename(content)}.txt`);
  await writeFile(file, page(lines));
  const imported = await run('import', file);
  await rm(file);
  assert.equal(imported.code, 0, imported.err);
  const parsed = await run('parse');
  assert.equal(parsed.code, 0, parsed.err);
}

test('history prints the life of an exchange, and of a transcript', async () => {
  const removed = await run('history', `${id}/2`);
  assert.equal(removed.code, 0, removed.err);
  assert.match(
    removed.out,
    /^\S+Z +v1 +minted .*\/2\n\S+Z +v2 +removed .*\/2 +last shown in v1\n$/,
  );
  const { out } = await run('history', id, '--json');
  assert.deepEqual(
    JSON.parse(out).map(({ what }: { what: string }) => what),
    ['transcript', 'version', 'minted', 'minted', 'minted', 'version', 'edited', 'removed'],
  );
  const unknown = await run('history', `${id}/9`);
  assert.deepEqual([unknown.code, unknown.out], [2, '']);
  assert.match(unknown.err, /^Expected the id of an exchange or a transcript in the ledger, got `/);
});

test('diff shows two versions word by word', async () => {
  const { code, out, err } = await run('diff', `${id}@v1`, `${id}@v2`);
  assert.equal(code, 0, err);
  assert.equal(
    out,
    [
      '1: in both',
      '  We expect it to run on [-Thursday-]{+Friday+}.',
      '2: in A, not in B',
      '  [-Inland Wire-]',
      '  [-Why do repairs of the library cost twice the sum planned?-]',
      '  [-Ada Vell-]',
      '  [-Stone has to come from another province.-]',
      '',
    ].join('\n'),
  );
  const unknown = await run('diff', `${id}@v1`, `${id}@v7`);
  assert.equal(unknown.code, 2);
  assert.equal(unknown.err, `Expected ${id}@v1, ${id}@v2, got \`${id}@v7\`\n`);
});

test('diff aligns two editions and lists what differs, as facts', async () => {
  const content = await contentFolder({
    ...files,
    'sources/reprint.yaml': String(files['sources/caldmere.yaml'])
      .replace('id: caldmere', 'id: reprint')
      .replaceAll('press.caldmere.example', 'reprint.example'),
  });
  const reprinted = first.slice(0, 4).map((line) => line.replace('Inland Wire', 'Inland News'));
  const reprint = page(reprinted).replace('press.caldmere.example', 'reprint.example');
  for (const text of [page(first), reprint]) {
    const file = path.join(content, '..', `${path.basename(content)}.txt`);
    await writeFile(file, text);
    await lectern('import', file, '--content', content);
    await rm(file);
  }
  await lectern('parse', '--content', content);
  const editions = [id, 'reprint/2031-05-06'];
  const { code, out, err } = await lectern('diff', ...editions, '--content', content);
  assert.equal(code, 0, err);
  assert.match(out, /^2 exchanges in both\n/);
  assert.match(
    out,
    /^caldmere\/2031-05-06\/2, reprint\/2031-05-06\/2: the asker is Inland Wire in A, Inland News in B$/m,
  );
  assert.match(
    out,
    /^caldmere\/2031-05-06\/3: in A, not in B \(likeness of the nearest 0\.\d\d\)$/m,
  );
});

test('settle has nothing to ask; it withholds an exchange, once said why', async () => {
  const nothing = await run('settle');
  assert.equal(nothing.code, 0, nothing.err);
  assert.deepEqual(nothing.err.match(/Nothing is held back/g)?.length, 1);
  assert.equal((await run('settle', '--json')).out, '[]\n');
  const wrong = await run('settle', `${id}/7`, '--withhold', 'Court order 7');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /^Expected a number that is minted above, got `/);
  const done = await run('settle', `${id}/3`, '--withhold', 'Court order 7');
  assert.equal(done.code, 0, done.err);
  const { out } = await run('export', '--format', 'jsonl');
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).n),
    ['1'],
  );
});

test('check names file, line and field of a ledger that a hand made nonsense', async () => {
  const file = path.join(content, 'ledger/caldmere/2031.jsonl');
  const text = await readFile(file, 'utf8');
  const [, , minted = ''] = text.split('\n');
  await writeFile(file, `${text}${minted}\n`);
  assert.equal((await run('check')).code, 0, 'a line that is there twice counts once');
  const last = lineDigest(text.trimEnd().split('\n').at(-1) ?? '');
  await writeFile(file, `${text}${chained(JSON.parse(minted), [last])}\n`);
  const { code, err } = await run('check');
  await writeFile(file, text);
  assert.equal(code, 1);
  const line = text.split('\n').length;
  assert.match(
    err,
    new RegExp(
      `ledger/caldmere/2031\\.jsonl:${line}:\\d+ Expected a number that is minted once, got`,
    ),
  );
});
