import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { add } from '../../src/commands/add.ts';
import { check } from '../../src/commands/check.ts';
import type { Context } from '../../src/commands/command.ts';
import { exitCodes } from '../../src/commands/command.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { init } from '../../src/commands/init.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-start-'));
after(() => rm(folder, { recursive: true, force: true }));
const archive = path.join(folder, 'archive');

/** A context whose talk and results are kept. */
function contextAt(now = '2031-01-01T00:00:00.000Z') {
  const printed: string[] = [];
  const said: string[] = [];
  const context: Context = {
    content: path.join(archive, 'content'),
    output: path.join(archive, '_site'),
    now: () => new Date(now),
    signal: new AbortController().signal,
    terminal: {
      print: (line) => void printed.push(line),
      say: (line) => void said.push(line),
      stream: async () => {},
      progress: () => ({ advance: () => {}, finish: () => {} }),
    },
  };
  return { context, printed, said };
}

const started = await init.run(
  [archive],
  init.options.parse({ contact: 'me@example.org', install: false }),
  contextAt().context,
);

test('a new archive holds the sample, numbered, and nothing is wrong with it', async () => {
  assert.equal(started, exitCodes.done);
  const { context, printed, said } = contextAt();
  assert.equal(await check.run([], { json: false }, context), exitCodes.done, said.join('\n'));
  assert.match(said.at(-1) ?? '', /2 transcripts, 6 exchanges, 0 problems/);
  assert.equal(await doctor.run([], { json: true }, context), exitCodes.done, printed.join('\n'));
  const found: { is: string; about: string }[] = JSON.parse(printed.at(-1) ?? '');
  assert.deepEqual(
    found.filter(({ is }) => is !== 'good').map(({ about }) => about),
    ['package', 'address'],
  );
});

test('a folder that holds something is refused, and left as it was', async () => {
  const { context, said } = contextAt();
  assert.equal(await init.run([archive], init.options.parse({}), context), exitCodes.wrongUse);
  assert.match(said[0] ?? '', /^Expected an empty folder, got .* with `.*` in it: give another$/);
});

test('a saved page becomes a source, an institution and a fixture that check reads again', async () => {
  const page = path.join(root, 'tests/fixtures/state/caps-labels/page.html');
  const url = 'https://www.harbour.caldmere.example/briefings/5-march-2031/';
  const { context, printed, said } = contextAt();
  const options = add.options.parse({ url, yes: true, id: 'harbour', json: true });
  assert.equal(await add.run([page], options, context), exitCodes.done, said.join('\n'));
  const { files, ...told } = JSON.parse(printed.join());
  assert.equal(files.length, 3);
  assert.deepEqual(told, {
    source: 'harbour',
    language: 'en',
    timeZone: 'UTC',
    dialect: 'american-caps',
    listing: null,
  });
  assert.ok(said.at(-1)?.includes(`npx lectern import ${page} --url ${url} && `), said.at(-1));
  assert.equal(await check.run([], { json: false }, context), exitCodes.done, said.join('\n'));
  const yaml = await readFile(path.join(context.content, 'sources/harbour.yaml'), 'utf8');
  assert.match(yaml, /dialect: american-caps/);
  const file = path.join(context.content, 'fixtures/harbour/2031-03-05/outline.txt');
  const outline = await readFile(file, 'utf8');
  await writeFile(file, outline.replace('question', 'statement'));
  assert.equal(await check.run([], { json: false }, context), exitCodes.problems);
  assert.match(said.join('\n'), /outline\.txt:\d+:1 Expected `\d+ statement.*got `\d+ question/);
  await writeFile(file, outline);
});

test('a page that no dialect reads is said to be one, and nothing is written', async () => {
  const page = path.join(folder, 'page.html');
  await writeFile(page, '<title>The harbour</title><p>The harbour opens at noon.</p>');
  const { context, said } = contextAt();
  const options = add.options.parse({
    url: 'https://x.caldmere.example/a',
    yes: true,
    id: 'nothing',
  });
  assert.equal(await add.run([page], options, context), exitCodes.failed);
  assert.match(said.at(-1) ?? '', /Cannot write a source without an exchange/);
  await assert.rejects(readFile(path.join(context.content, 'sources/nothing.yaml')));
});

test('a page that cannot be had is named with what else would do, and nothing is written', async () => {
  const { context, said } = contextAt();
  const options = add.options.parse({ yes: true, id: 'nothing' });
  assert.equal(await add.run(['http://127.0.0.1:9/a'], options, context), exitCodes.failed);
  assert.match(said.at(-1) ?? '', /a: E_\w+ .*, or save the page and give its file with --url$/);
  await assert.rejects(readFile(path.join(context.content, 'sources/nothing.yaml')));
});

test('doctor names what is bad, with what mends it', async () => {
  const output = path.join(archive, '_site');
  await mkdir(output);
  await writeFile(path.join(output, 'mine.txt'), 'mine');
  await writeFile(path.join(archive, 'content/site.yaml'), 'title: 5\n');
  const { context, printed } = contextAt('2001-01-01T00:00:00.000Z');
  assert.equal(await doctor.run([], { json: false }, context), exitCodes.problems);
  const bad = printed.filter((line) => line.startsWith('BAD'));
  for (const about of ['output', 'clock', 'content'])
    assert.ok(
      bad.some((line) => line.includes(about) && line.includes(': ')),
      `${about}\n${bad}`,
    );
});

test('doctor misses captures that transcripts were read from', async () => {
  await rm(path.join(archive, 'content/captures'), { recursive: true });
  const { context, printed } = contextAt();
  assert.equal(await doctor.run([], { json: true }, context), exitCodes.problems);
  const found: { about: string; said: string; mend?: string }[] = JSON.parse(printed[0] ?? '');
  const captures = found.find(({ about }) => about === 'captures');
  assert.deepEqual(
    [captures?.said, captures?.mend],
    ['2 faults in the captures', 'npx lectern verify'],
  );
});
