import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { writePieces } from '../../src/files/pieces.ts';
import { type FlatExchange, flatExchange } from '../../src/model/flat.ts';
import type { Piece } from '../../src/model/piece.ts';
import { readFolder } from './folder.ts';
import { lectern } from './lectern.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-export-'));
after(() => rm(folder, { recursive: true }));

const root = path.resolve(import.meta.dirname, '../..');

test('a disk that is full leaves no half file, and the whole one of before', async () => {
  const to = path.join(folder, 'turns.jsonl');
  await writeFile(to, 'before');
  // A limit on the size of files stands in for a disk: 8 blocks of 512 bytes or of 1024.
  const { status, stderr } = spawnSync(
    'sh',
    [
      ...['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, path.join(root, 'bin/lectern.js')],
      ...['export', '--content', path.join(root, 'content'), '--format', 'jsonl', '--to', to],
    ],
    { encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } },
  );
  assert.equal(status, 3, stderr);
  assert.match(stderr, /EFBIG/);
  assert.deepEqual(await readdir(folder), ['turns.jsonl']);
  assert.equal(spawnSync('cat', [to], { encoding: 'utf8' }).stdout, 'before');
});

test('what was whole before the fault stays, what was not goes', async () => {
  async function* pieces(): AsyncGenerator<Piece> {
    yield { path: 'a/whole', bytes: 'all', last: true };
    yield { path: 'a/half', bytes: 'so', last: false };
    throw new Error('No space');
  }
  const to = path.join(folder, 'pieces');
  await assert.rejects(writePieces(to, pieces()), /No space/);
  assert.deepEqual(await readdir(path.join(to, 'a')), ['whole']);
});

test('a withheld exchange is in no format, and no page that shows it in a WACZ', async () => {
  const content = path.join(folder, 'content');
  await cp(path.join(root, 'content'), content, { recursive: true });
  const source = path.join(content, 'sources/scio-mfa.yaml');
  const yaml = await readFile(source, 'utf8');
  await writeFile(source, yaml.replace(/redistribute: .*/, 'redistribute: "yes"'));
  const wordsOf = async () => {
    const { out } = await lectern('export', '--content', content, '--format', 'jsonl');
    return out
      .trimEnd()
      .split('\n')
      .map((line) => flatExchange.parse(JSON.parse(line)));
  };
  const whole = await wordsOf();
  const [kept, gone] = [whole[1], whole[2]];
  assert.ok(kept && gone, 'the seed has more than two exchanges');
  const line = { event: 'withheld', id: gone.id, date: '2033-01-01', ground: 'A court said so.' };
  const [ledger = ''] = await readdir(path.join(content, 'ledger/scio-mfa'));
  await appendFile(path.join(content, 'ledger/scio-mfa', ledger), `${JSON.stringify(line)}\n`);
  assert.deepEqual(
    (await wordsOf()).map(({ id }) => id),
    whole.map(({ id }) => id).filter((id) => id !== gone.id),
  );
  const to = path.join(folder, 'pack');
  const { code, err } = await lectern(
    'export',
    '--content',
    content,
    '--format',
    'pack',
    '--to',
    to,
  );
  assert.equal(code, 0, err);
  const files = await readFolder(to);
  const words = (it: FlatExchange) => it.turns.at(-1)?.text.split('\n')[0]?.slice(0, 40) ?? '';
  const having = (it: FlatExchange) =>
    [...files].flatMap(([name, bytes]) => {
      const inside = name.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
      return inside.some((each) => Buffer.from(each).includes(words(it))) ? [name] : [];
    });
  assert.ok(words(gone).length > 10, 'words to look for');
  assert.deepEqual(having(gone), []);
  assert.ok(having(kept).length >= 9, having(kept).join());
  assert.deepEqual(
    [...files.keys()].filter((name) => name.endsWith('.wacz')),
    [],
  );
});
