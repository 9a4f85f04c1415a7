import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { contentFolder, good } from '../archive/content.ts';
import { lectern } from './lectern.ts';

const id = 'caldmere/2031-05-06';
const { 'corrections/caldmere/2031-05-06.yaml': _, ...files } = good;

/** An archive of pages that one address showed one after another, each with the day of its title. */
async function archiveOf(pages: { lines: string[]; day?: string }[]) {
  const content = await contentFolder(files);
  const run = (...args: string[]) => lectern(...args, '--content', content);
  for (const { lines, day = 'May 6' } of pages) {
    const file = path.join(content, '..', `${path.basename(content)}.txt`);
    const head = [
      `title: Press Conference of the Republic of Caldmere on ${day}, 2031`,
      'url: https://press.caldmere.example/briefings/latest',
      'author: Caldmere Press Office',
      'content:',
    ];
    await writeFile(file, [...head, ...lines, ''].join('\n'));
    const imported = await run('import', file);
    await rm(file);
    assert.equal(imported.code, 0, imported.err);
    const parsed = await run('parse');
    assert.ok(parsed.code === 0 || parsed.code === 1, parsed.err);
  }
  const ledger = () => readFile(path.join(content, 'ledger/caldmere/2031.jsonl'), 'utf8');
  const numbers = async (name = '2031-05-06') => {
    const file = path.join(content, `transcripts/caldmere/2031/${name}.json`);
    const { children } = JSON.parse(await readFile(file, 'utf8'));
    return children.flatMap((it: { n?: string }) => it.n ?? []);
  };
  return { content, run, ledger, numbers };
}

const ferry = [
  'The Harbour Post: When will the ferry to East Cape run again?',
  'Ada Vell: We expect it to run on Thursday.',
];
const library = [
  'Inland Wire: Why do repairs of the library cost twice the sum planned?',
  'Ada Vell: Stone has to come from another province.',
];
const comment = ['Inland Wire: Do you have a comment?', 'Ada Vell: No.'];

test('two equal exchanges are told apart by their places, and the archive is sound', async () => {
  const before = [...ferry, ...comment, ...library];
  const { run, numbers, ledger } = await archiveOf([
    { lines: before },
    { lines: [...comment, ...comment, ...library, ...ferry] },
  ]);
  const asked = await run('settle', id);
  assert.equal(asked.code, 1, asked.err);
  const told = await run('settle', id, '1=new', '2=2');
  assert.equal(told.code, 0, told.err);
  assert.deepEqual(await numbers(), ['0a', '2', '3', '1']);
  const text = await ledger();
  for (const command of ['parse', 'check']) assert.equal((await run(command)).code, 0);
  assert.equal(await ledger(), text);
});

test('a number of a settled wording is corrected, with --force against its words', async () => {
  const { run, numbers, ledger } = await archiveOf([
    { lines: [...ferry, ...library] },
    { lines: [...ferry, ...library, ...comment] },
  ]);
  const shown = await run('settle', id);
  assert.equal(shown.code, 0, shown.err);
  assert.match(shown.out, /is settled in v2 as .*\n {2}1 = 1 .*\n {2}2 = 2 .*\n {2}3 = 3 /);
  const before = await ledger();
  const refused = await run('settle', id, '2=new');
  assert.equal(refused.code, 2);
  assert.match(
    refused.err,
    /Place 2 is surely 2 by its words \(likeness 1\.00\), and you say new\n.*--force/,
  );
  assert.equal(await ledger(), before);
  const forced = await run('settle', id, '2=new', '--force');
  assert.equal(forced.code, 0, forced.err);
  assert.match(
    forced.err,
    /you say new: taken as you say\n.* is corrected in v2; other versions keep/,
  );
  assert.deepEqual(await numbers(), ['1', '1a', '3']);
  const back = await run('settle', id, '2=2');
  assert.equal(back.code, 0, back.err);
  assert.deepEqual(await numbers(), ['1', '2', '3']);
  assert.match((await run('history', `${id}/1a`)).out, /merged .*into 2/);
  for (const command of ['parse', 'check']) assert.equal((await run(command)).code, 0);
});
