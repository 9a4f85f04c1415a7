import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { writeTranscripts } from '../../src/archive/transcripts.ts';
import { exitCodes } from '../../src/commands/command.ts';
import { commands as loaders } from '../../src/commands/index.ts';
import { contentFolder, good } from '../archive/content.ts';
import { exchangeOf, transcriptOf, twoDays } from '../caldmere.ts';
import { lectern, startLectern } from './lectern.ts';

const commands = await Promise.all(Object.values(loaders).map((load) => load()));

async function caldmere(): Promise<string> {
  const content = await contentFolder(good);
  await writeTranscripts(content, twoDays());
  return content;
}

test('help lists every command and every exit code', async () => {
  const { code, out, err } = await lectern('--help');
  assert.equal(code, 0);
  assert.equal(err, '');
  for (const { usage } of commands) assert.ok(out.includes(`  ${usage.split(' ')[0]} `), usage);
  for (const exit of Object.values(exitCodes))
    assert.match(out, new RegExp(`^ +${exit}  \\S`, 'm'));
});

test('each command has a help with its flags', async () => {
  assert.ok(commands.length >= 4);
  for (const { usage, flags, summary } of commands) {
    const { code, out } = await lectern(usage.split(' ')[0] ?? '', '--help');
    assert.equal(code, 0);
    const words = out.replace(/\s+/g, ' ');
    assert.ok(words.includes(summary), usage);
    for (const [flag] of flags) assert.ok(out.includes(flag), `${usage} ${flag}`);
    assert.ok(out.includes('--content <dir>'), usage);
  }
});

const wrong: [args: string[], expected: RegExp][] = [
  [['sing'], /^lectern: unknown command 'sing'\n$/],
  [['export'], /^lectern: --format: Expected .*, got nothing\n$/],
  [['export', '--format', 'opera'], /^lectern: --format: Expected .*`jsonl`.*, got `opera`\n$/],
  [
    ['export', '--fromat', 'jsonl'],
    /^lectern: unknown option '--fromat' \(Did you mean --format\?\)\n$/,
  ],
  [['import'], /^lectern: missing required argument 'files'\n$/],
];

for (const [args, expected] of wrong) {
  test(`wrong use is one line and exit code 2: ${args.join(' ')}`, async () => {
    const { code, out, err } = await lectern(...args);
    assert.equal(code, exitCodes.wrongUse);
    assert.equal(out, '');
    assert.match(err, expected);
  });
}

test('no command at all is wrong use, answered with the help', async () => {
  const { code, out, err } = await lectern();
  assert.equal(code, exitCodes.wrongUse);
  assert.equal(out, '');
  assert.match(err, /^Usage: lectern/);
});

test('a content folder that is not there is one line, with its stack only on demand', async () => {
  const { code, err } = await lectern('check', '--content', '/nowhere');
  assert.equal(code, exitCodes.failed);
  assert.equal(
    err,
    'lectern: Cannot read an archive without its folder: /nowhere (give another by --content, or start one: npx lectern init)\n',
  );
  assert.match(
    (await lectern('check', '--content', '/nowhere', '--debug')).err,
    /\n {4}at .*folder\.ts/,
  );
});

test('check says every fault with its place, on standard error or as JSON', async () => {
  const content = await caldmere();
  const sound = await lectern('check', '--content', content);
  assert.deepEqual([sound.code, sound.out], [0, '']);
  assert.match(
    sound.err,
    /^1 sources, 1 topics, 2 outlets, 0 people, 2 transcripts, 4 exchanges, 0 problems\n$/,
  );
  await writeFile(
    path.join(content, 'sources/caldmere.yaml'),
    `${good['sources/caldmere.yaml']}colour: red\n`,
  );
  const faulty = await lectern('check', '--content', content);
  assert.equal(faulty.code, exitCodes.problems);
  assert.ok(
    faulty.err.startsWith(
      `${content.slice(1)}/sources/caldmere.yaml:11:1 Expected a known field, got \`colour\`\n`,
    ),
  );
  const { code, out } = await lectern('check', '--content', content, '--json');
  assert.equal(code, exitCodes.problems);
  const { problems } = JSON.parse(out);
  assert.deepEqual(problems[0], {
    file: 'sources/caldmere.yaml',
    line: 11,
    column: 1,
    reason: 'Expected a known field, got `colour`',
  });
});

test('export writes the same lines to standard output and to a file', async () => {
  const content = await caldmere();
  const to = path.join(content, 'out/exchanges.jsonl');
  const piped = await lectern('export', '--content', content, '--format', 'jsonl');
  const written = await lectern('export', '--content', content, '--format', 'jsonl', '--to', to);
  assert.deepEqual([piped.code, piped.err, written.code, written.out], [0, 'export: 2\n', 0, '']);
  assert.equal(await readFile(to, 'utf8'), piped.out);
  assert.deepEqual(await readdir(path.dirname(to)), ['exchanges.jsonl']);
  const told = await lectern(
    'export',
    '--content',
    content,
    '--format',
    'jsonl',
    '--to',
    to,
    '--json',
  );
  const sha256 = createHash('sha256').update(piped.out).digest('hex');
  const bytes = Buffer.byteLength(piped.out);
  assert.deepEqual(JSON.parse(told.out), [{ path: 'exchanges.jsonl', bytes, sha256 }]);
  const ids = piped.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  assert.deepEqual(ids, [
    'caldmere/2031-05-06/1',
    'caldmere/2031-05-06/2',
    'caldmere/2032-01-02/1',
    'caldmere/2032-01-02/2',
  ]);
  const turns = await lectern(
    'export',
    '--content',
    content,
    '--format',
    'jsonl',
    '--unit',
    'turn',
  );
  assert.equal(turns.out.trimEnd().split('\n').length, 10);
});

test('a reader who closes the pipe ends the export without complaint', async () => {
  const content = await contentFolder(good);
  const long = Array.from({ length: 300 }, (_, n) =>
    exchangeOf(`caldmere/2031-05-06/${n + 1}`, 'Why? '.repeat(400), ['So. '.repeat(400)]),
  );
  await writeTranscripts(content, [transcriptOf('2031-05-06', ...long)]);
  const child = startLectern('export', '--content', content, '--format', 'jsonl');
  assert.ok(child.stdout && child.stderr);
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  assert.deepEqual([code, err], [0, 'export: 1\n']);
});

test('a full disk leaves no file under the name that was asked for', async () => {
  const content = await caldmere();
  const { code, err } = await lectern(
    'export',
    '--content',
    content,
    '--format',
    'jsonl',
    '--to',
    '/dev/full/x',
  );
  assert.equal(code, exitCodes.failed);
  assert.match(err, /^export: 2\nlectern: .*\n$/);
});

test('it starts from node_modules, and under a foreign tsconfig.json', async () => {
  const folder = await contentFolder({ 'tsconfig.json': '{"extends": "./nowhere.json"}' });
  const root = path.resolve(import.meta.dirname, '../..');
  const home = path.join(folder, 'node_modules/lectern');
  await mkdir(home, { recursive: true });
  for (const part of ['bin', 'src', 'package.json']) {
    await cp(path.join(root, part), path.join(home, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  const { spawnSync } = await import('node:child_process');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(home, 'bin/lectern.js'), '--version'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

const addressed =
  'title: {zh-Hans: 卡, en: Caldmere}\ndescription: {zh-Hans: 虚构, en: Invented}\nlanguage: en\nurl: https://press.caldmere.example/\ncontact: null\n';

test('a build says once what it left out because the site has no address, and is well', async () => {
  const content = await caldmere();
  const build = () =>
    lectern('build', '--content', content, '--output', path.join(content, '../_site'));
  const { code, err } = await build();
  assert.equal(code, exitCodes.done, err);
  assert.match(err, /^Left out without an address: feeds, .* url: https:\/\/\S+\n$/);
  assert.equal((await build()).err, '', 'nothing was built, so nothing was left out');
  await writeFile(path.join(content, 'site.yaml'), addressed);
  assert.equal((await build()).err, '');
});
