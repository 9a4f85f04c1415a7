import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openPressOffice } from '../../demo/press-office.ts';
import { rehearse } from '../../demo/rehearse.ts';
import { readTranscripts } from '../../src/archive/transcripts.ts';

test('from an empty folder to an archive of the press office, and its second day, in five commands', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-demo-'));
  const office = await openPressOffice();
  t.after(async () => {
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });
  const started = performance.now();
  const steps = await rehearse(office, folder, () => {});
  t.diagnostic(`${Math.round((performance.now() - started) / 1000)} s, ${steps.length} commands`);
  assert.equal(steps.length, 5);
  for (const { command, code, said } of steps) assert.equal(code, 0, `${command}\n${said}`);

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
