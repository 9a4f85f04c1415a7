import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { type Reading, readPage } from '../../src/commands/reading.ts';
import { ReadingMemory } from '../../src/commands/reading-memory.ts';
import { update } from '../../src/commands/update.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { contentFolder, good } from '../archive/content.ts';
import { runCommand } from '../capture/collecting.ts';
import { madeSource } from '../capture/made-source.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-one-page-'));
after(() => rm(folder, { recursive: true }));

const source = {
  ...madeSource('caldmere', ['press.caldmere.example/*']),
  dialect: 'english-colon',
};
const context = {
  source,
  content: { dialects: new Map(), corrections: new Map() },
  outlets: outletIndex([]),
};

const readingOf = (text: string, mediaType = 'text/html'): Reading =>
  readPage(
    {
      source: 'caldmere',
      url: 'https://press.caldmere.example/b/1',
      how: 'imported',
      sha256: 'a'.repeat(64),
      mediaType,
      bytes: Buffer.from(text),
      recorded: '2031-05-31T18:00:00Z',
      place: { path: '', offset: 0 },
    },
    context,
  );

test('a page that asks for too much, or that nobody foresaw, is told and never throws', () => {
  const pages: [rule: string, text: string, mediaType?: string][] = [
    ['too-deep', '<div>'.repeat(2500)],
    ['too-large', '<p>'.repeat(5_000_000)],
    ['too-large', '<br>'.repeat(400_000)],
    ['too-large', `<p ${'a '.repeat(100_000)}>`],
    ['too-large', 'a'.repeat((16 << 20) + 1)],
    ['unreadable', '---\ntitle: 2031\n---\nQ: What?', 'text/markdown'],
  ];
  for (const [rule, text, mediaType] of pages) {
    const { draft, messages } = readingOf(text, mediaType);
    const last = messages.at(-1);
    assert.deepEqual([draft, last?.ruleId, last?.fatal], [null, rule, true], text.slice(0, 20));
  }
});

test('a capture at which three runs ended is known to the next, and tried again with --full', async () => {
  const open = (rules: string, full = false) => ReadingMemory.open(folder, { rules, full });
  const first = await open('rules');
  await first.begin('calm');
  await first.end('calm');
  for (const times of [1, 2, 3]) {
    const run = await open('rules');
    assert.equal(run.isDeadly('deadly'), false, `after ${times - 1} runs that ended there`);
    await run.begin('deadly');
  }
  const next = await open('rules');
  assert.deepEqual([next.isDeadly('calm'), next.isDeadly('deadly')], [false, true]);
  assert.equal((await open('rules', true)).isDeadly('deadly'), false);
  await next.begin('deadly');
  assert.equal((await open('other rules')).isDeadly('deadly'), false);
});

test('the alarm is raised also where fetch does nothing, and where it throws', async () => {
  const listed = `${good['sources/caldmere.yaml']}listings:\n  - start: https://press.caldmere.example/\n    verified: true\n`;
  const content = await contentFolder({ ...good, 'sources/caldmere.yaml': listed });
  const file = path.join(folder, 'report.json');
  const raised = async (options: object, from = content) => {
    await rm(file, { force: true });
    await runCommand(update, [], { alarm: `cat > ${file}`, ...options }, from).catch(() => {});
    return JSON.parse(await readFile(file, 'utf8'));
  };
  const wrongUse = await raised({ delay: 0 });
  assert.deepEqual([wrongUse.code, typeof wrongUse.stopped], [2, 'string']);
  const nowhere = path.join(folder, 'nowhere');
  await writeFile(nowhere, 'no folder');
  const thrown = await raised({}, nowhere);
  assert.equal(thrown.code, 3);
  assert.match(thrown.stopped, /nowhere/);
});
