import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A tool of Debian's that a full test measures us with; installed if it is missing and we are root. */
export function needTool(name: string, from: string): void {
  if (spawnSync('which', [name]).status !== 0) install(name, from);
}

/** A file of Debian's that a full test measures us by and that may not lie in this repository; got likewise. */
export function needFile(file: string, from: string): void {
  if (!existsSync(file)) install(file, from);
}

function install(name: string, from: string): void {
  console.error(`No ${name} found: installing Debian's ${from}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2], env });
  const args = ['install', '-q', '-y', '--no-install-recommends', from];
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  assert.equal(status, 0, `Cannot test without ${name}: install ${from}`);
}
