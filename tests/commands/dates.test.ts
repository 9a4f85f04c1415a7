import assert from 'node:assert/strict';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { importCommand } from '../../src/commands/import.ts';
import { historyOf } from '../../src/ledger/history.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { type Transcript, transcript } from '../../src/model/transcript.ts';
import { runCommand } from '../capture/collecting.ts';
import { exchanges, openSmall, type Small } from './small-archive.ts';

const day = '2031-01-05';

const stored = async ({ content }: Small): Promise<Transcript> => {
  const file = path.join(content, `transcripts/caldmere-zh/2031/${day}.json`);
  return transcript.parse(JSON.parse(await readFile(file, 'utf8')));
};

const ledgerOf = async ({ content }: Small): Promise<LedgerEvent[]> => {
  const text = await readFile(path.join(content, 'ledger/caldmere-zh/2031.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

const numbers = ({ children }: Transcript): string[] =>
  children.flatMap((child) => (child.type === 'exchange' ? [child.n] : []));

const answers = { 2: '费用由市政厅承担。' };

/** Imports at `now` a WARC whose records another archive dated `then`. */
async function importWarc(archive: Small, said: Parameters<Small['save']>[1], then: string) {
  const other = await openSmall();
  await other.save(day, said, then);
  const [warc = ''] = await other.warcs();
  return {
    other,
    warc,
    run: (now: string) =>
      runCommand(importCommand, [warc], {}, archive.content, { now: () => new Date(now) }),
  };
}

test('a WARC with a record of the future is refused, and its record named', async () => {
  const archive = await openSmall();
  const { run } = await importWarc(archive, exchanges(), '2099-01-01T00:00:00Z');
  const { code, said, printed } = await run('2031-01-05T10:00:00Z');
  assert.equal(code, 1);
  assert.match(
    said.join('\n'),
    /\.warc\.gz:\d+: Expected a WARC-Date before now \(2031-01-05T10:00:00\.000Z\), got `2099-/,
  );
  assert.match(printed.join('\n'), /1 refused/);
  const stored = await readdir(archive.content, { recursive: true });
  assert.deepEqual(
    stored.filter((name) => name.endsWith('.gz')),
    [],
  );
});

test('a page saved long ago becomes an earlier wording, not today’s', async () => {
  const archive = await openSmall();
  await archive.save(day, exchanges([1], answers), '2031-02-01T10:00:00Z');
  assert.equal((await archive.parse()).code, 0);
  const before = await stored(archive);
  const imported = await archive.save(day, exchanges(), '2031-03-01T10:00:00Z', {
    date: '2031-01-05T12:00Z',
  });
  assert.equal(imported.code, 0, imported.said.join('\n'));
  const parsed = await archive.parse();
  assert.equal(parsed.code, 0, parsed.said.join('\n'));
  const after = await stored(archive);
  assert.deepEqual(after.children, before.children);
  assert.deepEqual(
    after.versions.map(({ id }) => id),
    ['v2', 'v1'],
  );
  const lines = await ledgerOf(archive);
  assert.deepEqual(
    lines.filter(({ event }) => event === 'version').map((it) => 'seen' in it && it.seen),
    ['2031-02-01T10:00:00.000Z', '2031-01-05T12:00:00.000Z'],
  );
  const removed = lines.filter(({ event }) => event === 'removed');
  assert.deepEqual(
    removed.map((it) => [it.event, 'last' in it && it.last, 'version' in it && it.version]),
    [['removed', 'v2', 'v1']],
  );
  const again = await archive.texts('ledger', 'transcripts', 'versions');
  assert.equal((await archive.parse()).code, 0);
  assert.deepEqual(await archive.texts('ledger', 'transcripts', 'versions'), again);
});

test('after an old page, today’s wording of the next day is compared with the one before it', async () => {
  const archive = await openSmall();
  await archive.save(day, exchanges([], answers), '2031-02-01T10:00:00Z');
  await archive.parse();
  await archive.save(day, exchanges(), '2031-02-02T10:00:00Z', { date: '2031-01-05' });
  await archive.parse();
  await archive.save(
    day,
    exchanges([], { ...answers, 0: '该计划明天公布。' }),
    '2031-02-03T10:00:00Z',
  );
  await archive.parse();
  const edited = (await ledgerOf(archive)).filter(
    (it) => it.event === 'edited' && it.version === 'v3',
  );
  assert.deepEqual(
    edited.map((it) => 'from' in it && [it.id, it.from]),
    [[`caldmere-zh/${day}/1`, 'v1']],
  );
  assert.deepEqual(
    (await stored(archive)).versions.map(({ id }) => id),
    ['v2', 'v1', 'v3'],
  );
});

test('a date that is no date, or still to come, is wrong use', async () => {
  const archive = await openSmall();
  for (const date of ['2031-02-30', 'yesterday', '2031-1-5'])
    await assert.rejects(archive.save(day, exchanges(), '2031-03-01T10:00:00Z', { date }));
  const coming = await archive.save(day, exchanges(), '2031-03-01T10:00:00Z', {
    date: '2031-03-02',
  });
  assert.equal(coming.code, 2);
  assert.match(coming.said.join('\n'), /--date: Expected a date before now/);
  const { warc } = await importWarc(archive, exchanges(), '2031-01-05T10:00:00Z');
  const dated = await runCommand(importCommand, [warc], { date: '2031-01-05' }, archive.content);
  assert.equal(dated.code, 1);
  assert.match(dated.said.join('\n'), /Cannot give a WARC a date/);
});

/** An archive whose second run thought it was eight years later; the third is right again. */
async function openWrong(wrong: string): Promise<Small> {
  const archive = await openSmall();
  await archive.save(day, exchanges(), '2031-01-05T10:00:00Z');
  await archive.parse();
  await archive.save(day, exchanges([1]), wrong);
  await archive.parse();
  await archive.save(day, exchanges([], answers), '2031-01-07T10:00:00Z');
  await archive.parse();
  return archive;
}

test('a wrong date is put right for good, and the history says so', async () => {
  const archive = await openWrong('2039-01-06T10:00:00Z');
  assert.deepEqual(numbers(await stored(archive)), ['1', '3']);
  const [, , warc = ''] = await archive.warcs();
  const redate = (places: string[], options: object) =>
    runCommand(importCommand, places, { redate: true, ...options }, archive.content, {
      now: () => new Date('2031-01-08T10:00:00Z'),
    });
  assert.equal((await redate([warc], {})).code, 2);
  assert.equal((await redate([`${warc}:7`], { date: '2031-01-06' })).code, 2);
  const ledger = await ledgerOf(archive);
  const done = await redate([warc], {
    date: '2031-01-06T10:00Z',
    reason: 'the battery of the clock was empty',
  });
  assert.equal(done.code, 0, done.said.join('\n'));
  assert.equal((await archive.parse()).code, 0);
  const after = await stored(archive);
  assert.deepEqual(numbers(after), ['1', '2', '3']);
  assert.deepEqual(
    after.versions.map(({ id }) => id),
    ['v1', 'v2', 'v3'],
  );
  const lines = await ledgerOf(archive);
  assert.deepEqual(lines.slice(0, ledger.length), ledger);
  assert.deepEqual(
    lines
      .slice(ledger.length)
      .map((it) => it.event === 'redated' && [it.seen, it.reason, it.version, it.shown]),
    [['2031-01-06T10:00:00.000Z', 'the battery of the clock was empty', 'v3', ['2']]],
  );
  const told = historyOf(lines, `caldmere-zh/${day}/2`).map(({ what }) => what);
  assert.ok(
    told.includes('redated') && !told.includes('removed') && !told.includes('restored'),
    told.join(),
  );
  assert.equal(
    historyOf(lines, `caldmere-zh/${day}`).some(({ seen }) => seen.startsWith('2039')),
    false,
  );
  const texts = await archive.texts('ledger', 'transcripts', 'versions');
  assert.equal((await archive.parse()).code, 0);
  assert.deepEqual(await archive.texts('ledger', 'transcripts', 'versions'), texts);
  const never = await openWrong('2031-01-06T10:00:00Z');
  assert.deepEqual((await stored(never)).children, after.children);
});

test('a record that is dated long after the run that stored it is as old as that run', async () => {
  const archive = await openSmall();
  await archive.save(day, exchanges([1]), '2099-01-01T00:00:00Z');
  const [late = ''] = await archive.warcs();
  const early = path.join(
    archive.content,
    'captures/caldmere-zh/2031/2031-01-06T10-00-00.000Z.warc.gz',
  );
  await archive.save(day, exchanges(), '2031-01-07T10:00:00Z');
  await rename(late, early);
  await rm(path.join(archive.content, 'captures/caldmere-zh/manifest.jsonl'));
  assert.equal((await archive.parse()).code, 0);
  const today = await stored(archive);
  assert.equal(numbers(today).length, 3);
  assert.equal(today.versions.length, 2);
  assert.ok(JSON.stringify(today.children).includes('灯塔博物馆'));
});

test('a damaged list of dates stops parsing before anything is written', async () => {
  const archive = await openWrong('2031-01-06T10:00:00Z');
  await writeFile(path.join(archive.content, 'captures/caldmere-zh/dates.jsonl'), '{"warc":\n');
  const before = await archive.texts('ledger', 'transcripts', 'versions');
  await assert.rejects(archive.parse(), /captures\/caldmere-zh\/dates\.jsonl:1:1 Expected a date/);
  assert.deepEqual(await archive.texts('ledger', 'transcripts', 'versions'), before);
});
