import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { fetch } from '../../src/commands/fetch.ts';
import { runCommand } from './collecting.ts';
import { bigOffice, officeArchive } from './crash.ts';

/** An archive of a source that can be fetched and of three that cannot, each for its own reason. */
async function archive() {
  const server = await bigOffice(3);
  after(() => server.close());
  const content = await officeArchive(server);
  const good = await readFile(path.join(content, 'sources/caldmere.yaml'), 'utf8');
  const add = (id: string, from: string, to: string) => {
    const text = good
      .replace('id: caldmere\n', `id: ${id}\n`)
      .replace('127.0.0.1/b/*', `127.0.0.1/${id}/*`)
      .replace(from, to);
    return writeFile(path.join(content, `sources/${id}.yaml`), text);
  };
  await add('unreachable', server.origin, 'http://127.0.0.1:9');
  await add('unknown', server.origin, 'http://no-such-host.invalid');
  await add('redesigned', '"li a"', '".nowhere a"');
  const run = (names: string[], options = {}, now = () => new Date()) =>
    runCommand(fetch, names, options, content, { now });
  return { content, run };
}

test('what cannot be fetched gets one line with a code, the others go on, the exit code says so', async () => {
  const { run } = await archive();
  const names = ['caldmere', 'unreachable', 'unknown', 'redesigned'];
  const { code, printed, said } = await run(names, { allowLoopback: true, delay: 0 });
  assert.equal(code, 1);
  assert.deepEqual([...printed].sort(), [
    'caldmere: 3 new',
    'redesigned: 1 failed',
    'unknown: 1 failed',
    'unreachable: 1 failed',
  ]);
  const codes = said.map((line) => line.match(/ (E_\w+) Expected /)?.[1]).filter(Boolean);
  assert.deepEqual(codes.sort(), ['E_LISTING', 'E_ROBOTS_UNREACHABLE', 'E_ROBOTS_UNREACHABLE']);
  assert.equal(said.filter((line) => line.endsWith(': new')).length, 3);
});

test('with --json the report is one object', async () => {
  const { run } = await archive();
  const { printed } = await run(['caldmere'], { allowLoopback: true, delay: 0, json: true });
  assert.equal(printed.length, 1);
  const { sources } = JSON.parse(printed[0] ?? '');
  assert.deepEqual(
    [sources[0].source, sources[0].new.length, sources[0].failed],
    ['caldmere', 3, []],
  );
});

const misuses: [name: string, names: string[], options: object, reason: RegExp][] = [
  [
    'no source that was checked',
    [],
    {},
    /^lectern: Cannot fetch without a listing that was checked/,
  ],
  ['a source that is none', ['arden'], {}, /^lectern: Expected a source, got `arden`$/],
  [
    'no delay',
    ['caldmere'],
    { delay: 0 },
    /^lectern: --delay: Expected at least 1 second, got `0`$/,
  ],
];
for (const [name, names, options, reason] of misuses) {
  test(`${name} is wrong use, in one line`, async () => {
    const { run } = await archive();
    const { code, said } = await run(names, options);
    assert.deepEqual([code, said.length], [2, 1]);
    assert.match(said[0] ?? '', reason);
  });
}

test('without a contact nothing is fetched', async () => {
  const { content, run } = await archive();
  const file = path.join(content, 'site.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^contact:.*\n/m, ''));
  const { code, said } = await run(['caldmere']);
  assert.equal(code, 2);
  assert.match(said.at(-1) ?? '', /operators can write to: set `contact` in site\.yaml$/);
});
