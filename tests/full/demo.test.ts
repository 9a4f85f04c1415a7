import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openPressOffice } from '../../demo/press-office.ts';
import { rehearse } from '../../demo/rehearse.ts';
import { readTranscripts } from '../../src/archive/transcripts.ts';
import { startLectern } from '../commands/lectern.ts';

test('from an empty folder to a served archive of the press office in five commands, and its second day', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-demo-'));
  const office = await openPressOffice();
  t.after(async () => {
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });
  const started = performance.now();
  const steps = await rehearse(office, folder, () => {});
  const home = await serveOnce(folder);
  const taken = `${Math.round((performance.now() - started) / 1000)} s, ${childSeconds()} CPU s`;
  t.diagnostic(`${steps.length} commands and serve: ${taken}`);
  for (const { command, code, said } of steps) assert.equal(code, 0, `${command}\n${said}`);
  const names = steps.map(({ command }) => command.split(' ')[1]);
  assert.deepEqual(names, ['init', 'add', 'add', 'update', 'update'], 'the last is the second day');
  // Of the processor, for others may use the machine: two minutes by the clock where nobody does.
  assert.ok(childSeconds() <= 120, taken);
  assert.match(home, /Caldmere/);

  const { transcripts } = await readTranscripts(path.join(folder, 'content'));
  assert.equal(transcripts.length, 14, 'seven days in two languages');
  const edited = transcripts.find(({ id }) => id === 'site-zh/2024-03-18');
  assert.equal(edited?.versions.length, 2);
  const vanished = transcripts.filter((one) => one.vanished).map(({ id }) => id);
  assert.deepEqual(vanished.sort(), ['site-en/2024-03-13', 'site-zh/2024-03-13']);
  const numbers = edited?.children.flatMap((child) => (child.type === 'exchange' ? [child.n] : []));
  assert.deepEqual(numbers, ['1', '3'], 'the question left out keeps its number to itself');
  const page = await readFile(path.join(folder, '_site/site-zh/2024-03-18/2/index.html'), 'utf8');
  assert.match(page, /港口费用将上涨一成/, 'its last words stay');
});

/** Serve the archive as a user would, and take its first page. */
async function serveOnce(folder: string): Promise<string> {
  const child = startLectern(
    'serve',
    '--content',
    `${folder}/content`,
    '--output',
    `${folder}/_site`,
  );
  child.stdout?.setEncoding('utf8');
  const [address] = await once(child.stdout ?? child, 'data');
  const home = await (await fetch(String(address).trim())).text();
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  assert.equal(code, 0, 'Ctrl-C ends a server that ran well');
  return home;
}

/** Seconds of processor that all ended children took, by Linux's own count of hundredths. */
function childSeconds(): number {
  const [, ...fields] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  const [user = 0, system = 0] = (fields.at(-1) ?? '').split(' ').slice(13, 15).map(Number);
  return Math.round((user + system) / 100);
}
