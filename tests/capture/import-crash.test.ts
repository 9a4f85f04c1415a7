import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { test } from 'node:test';
import { unfinished } from '../../src/capture/open-run.ts';
import { chanceFrom } from '../ledger/random.ts';
import { scene } from './import-scene.ts';
import { readAll, response, storeRun } from './pages.ts';

/** A program of its own knows what day it is, and refuses what is dated later. */
const past = { recorded: '2021-05-01T16:00:00Z' };

const lectern = path.resolve(import.meta.dirname, '../../bin/lectern.js');

test('Ctrl-C keeps what was stored', async () => {
  const { run, root, content } = await scene({});
  const warc = await storeRun(path.join(root, 'in'), [response(1), response(2)]);
  await run([warc], {}, { signal: AbortSignal.abort() });
  assert.equal((await readAll(content)).captures.length, 1);
});

test('a full disk ends an import in one line, keeps what was whole, and the next goes on', async () => {
  const { root, content, run } = await scene({});
  const chance = chanceFrom(5);
  const noise = () => Array.from({ length: 9000 }, () => chance.below(36).toString(36)).join('');
  const pages = Array.from({ length: 90 }, (_, n) => ({
    ...response(1, `${n} ${noise()}`),
    ...past,
  }));
  const warc = path.join(root, 'in', await storeRun(path.join(root, 'in'), pages));
  // 512 blocks of 512 bytes: about half of the pages, and no file that the program itself needs.
  const child = spawn('sh', [
    ...['-c', 'ulimit -f 512; exec "$0" "$@"', process.execPath, lectern],
    ...['--content', content, 'import', warc],
  ]);
  const said = textOf(child.stderr);
  const [code] = await once(child, 'exit');
  assert.equal(code, 3, await said);
  assert.match(await said, /^lectern: Cannot write beyond the limit [^\n]*: EFBIG: [^\n]*$/m);
  const { printed } = await run([path.relative(path.join(root, 'in'), warc)]);
  const { captures, faults } = await readAll(content);
  assert.deepEqual(faults, []);
  assert.equal(captures.length, 90);
  const known = Number(/(\d+) already known/.exec(printed[0] ?? '')?.[1] ?? 0);
  assert.equal(known >= 16 && known < 90, true, `${known} were kept`);
});

test('a run that is killed leaves no half WARC under its final name', async () => {
  const { root, content, run } = await scene({});
  const pages = Array.from({ length: 400 }, (_, n) => ({
    ...response(1, `${n}${'word '.repeat(4000)}`),
    ...past,
  }));
  const warc = await storeRun(path.join(root, 'in'), pages);
  const child = spawn(process.execPath, [
    lectern,
    '--content',
    content,
    'import',
    path.join(root, 'in', warc),
  ]);
  await firstBytes(path.join(content, 'captures/caldmere'), child);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const files = await readdir(path.join(content, 'captures'), { recursive: true });
  assert.deepEqual(
    files.filter((name) => name.endsWith('.warc.gz')),
    [],
  );
  assert.ok(files.some((name) => name.endsWith(unfinished)));
  await run([warc]);
  assert.equal((await readAll(content)).captures.length, 400);
});

/** Waits until the child writes below a folder; fails if it ends before. */
async function firstBytes(folder: string, child: ReturnType<typeof spawn>): Promise<void> {
  const ended = once(child, 'exit').then(() => true);
  const aTick = () => new Promise<false>((resolve) => setImmediate(() => resolve(false)));
  while (
    !(await readdir(folder, { recursive: true }).catch(() => [])).some((it) =>
      it.endsWith(unfinished),
    )
  ) {
    if (await Promise.race([ended, aTick()]))
      throw new Error('Expected a run to kill, got its end');
  }
}
