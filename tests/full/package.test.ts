import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-package-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a new user: the packed tarball in an empty folder, an archive, its site', () => {
  const [packed] = JSON.parse(run('npm', root, 'pack', '--json', '--pack-destination', folder));
  const files: string[] = packed.files.map((file: { path: string }) => file.path);
  assert.deepEqual(
    files.filter((file) => /^(?:tests|eval|bench|demo|content\/(?:captures|ledger))\//.test(file)),
    [],
    'nothing that only we need',
  );
  run('npm', folder, 'init', '-y');
  run('npm', folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', packed.filename);
  run('npx', folder, 'lectern', 'init', 'my-archive', '--contact', 'me@example.org');
  const archive = path.join(folder, 'my-archive');
  run('npx', archive, 'lectern', 'build');
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

/** Run a program, which must end well; its standard output. */
function run(program: string, cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stderr}\n${stdout}`);
  return stdout;
}
