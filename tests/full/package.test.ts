import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { blocksOf, commandsOf } from '../doc-blocks.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-package-'));
const archive = path.join(folder, 'briefings/my-archive');
after(() => rmSync(folder, { recursive: true, force: true }));

test('a new user: the packed tarball in an empty folder, an archive, its site', () => {
  const [packed] = JSON.parse(run('npm', root, 'pack', '--json', '--pack-destination', folder));
  const files: string[] = packed.files.map((file: { path: string }) => file.path);
  assert.deepEqual(
    files.filter((file) => /^(?:tests|eval|bench|demo|content\/(?:captures|ledger))\//.test(file)),
    [],
    'nothing that only we need',
  );
  const [first] = blocksOf('docs/getting-started.md').map(commandsOf);
  assert.equal(first?.[1], `npm install --ignore-scripts ../${packed.filename}`);
  // As a reader types them, one after the other in one shell; what `serve` does, tests/full/demo.test.ts asks.
  const typed = [...(first ?? []).filter((line) => !/ serve$/.test(line)), 'pwd'].join(' && ');
  assert.equal(run('sh', folder, '-c', typed).trim().split('\n').at(-1), archive);
  const { dependencies } = JSON.parse(readFileSync(path.join(archive, 'package.json'), 'utf8'));
  assert.equal(dependencies.lectern, 'file:vendor/lectern-0.1.0.tgz', 'a server can get it');
  const { packages } = JSON.parse(readFileSync(path.join(archive, 'package-lock.json'), 'utf8'));
  assert.ok(packages['node_modules/@11ty/eleventy'], 'npm ci has a lockfile');
  run('npx', archive, 'lectern', 'build', '--theme', 'theme');
  const home = readFileSync(path.join(archive, '_site/index.html'), 'utf8');
  assert.match(home, /Caldmere/);
  assert.ok(readdirSync(path.join(archive, '_site/caldmere-en/2024-03-18')).includes('1'));
  const found = JSON.parse(run('npx', archive, 'lectern', 'search', 'freight', '--json'));
  assert.equal(found.total, 1);
  const doctor = JSON.parse(run('npx', archive, 'lectern', 'doctor', '--json'));
  assert.deepEqual(
    doctor.filter(({ is }: { is: string }) => is === 'bad'),
    [],
  );
});

test('the same archive with a theme and a dialect of its own, without a fork', () => {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(archive, name)), { recursive: true });
    writeFileSync(path.join(archive, name), text);
  };
  const blocks = readFileSync(path.join(root, 'docs/theme.md'), 'utf8');
  write('theme/assets/site.css', /```css\n([\s\S]*?)```/.exec(blocks)?.[1] ?? '');
  write('theme/parts/frame.ts', /```ts\n([\s\S]*?)```/.exec(blocks)?.[1] ?? '');
  const dialects = readFileSync(path.join(root, 'docs/dialects.md'), 'utf8');
  write('content/dialects/arrows.yaml', /```yaml\n([\s\S]*?)```/.exec(dialects)?.[1] ?? '');
  write('page.html', arrows);
  const add = ['--url', 'https://mea.caldmere.example/a/1.html', '--id', 'arrows', '--yes'];
  const { stderr } = spawnSync('npx', ['lectern', 'add', 'page.html', ...add], {
    cwd: archive,
    encoding: 'utf8',
  });
  assert.match(stderr, /dialect {4}arrows /);
  run('npx', archive, 'lectern', 'build', '--theme', 'theme');
  const home = readFileSync(path.join(archive, '_site/index.html'), 'utf8');
  assert.match(home, /<p>A service of the Harbour Library\.<\/p>/);
  const assets = path.join(archive, '_site/assets');
  const css = readdirSync(assets).find((name) => name.endsWith('.css')) ?? '';
  assert.match(readFileSync(path.join(assets, css), 'utf8'), /--act:\s?#7a1f1f/);
  rmSync(path.join(archive, 'theme'), { recursive: true });
  run('npx', archive, 'lectern', 'build');
  assert.doesNotMatch(readFileSync(path.join(archive, '_site/index.html'), 'utf8'), /Library/);
});

const arrows = `<html lang="en"><title>Press briefing of 6 May 2031</title>
<h1>Press briefing of 6 May 2031</h1><article>
<p>»Reporter of The Harbour Post« When does the new bridge open to the traffic of the harbour?</p>
<p>»Minister Quill« It opens tomorrow at noon, and all ships pass below it.</p>
<p>»Reporter of Inland Wire« Who pays for the bridge, and for how long will they pay?</p>
<p>»Minister Quill« The harbour pays for it, for as long as the bridge stands.</p></article></html>`;

/** Run a program, which must end well; its standard output. */
function run(program: string, cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stderr}\n${stdout}`);
  return stdout;
}
