// Installs what the lockfile names, where it is missing or of another version. Plain JavaScript:
// it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (isStale()) {
  console.error('Installing the packages that package-lock.json names.');
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const { status, error } = spawnSync(
    command,
    [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (error) console.error(`Cannot install without npm: ${error.message}`);
  process.exitCode = status ?? 1;
}

/** Whether a package is missing; optional ones are for other machines, as npm itself decides. */
function isStale() {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).some(
    ([path, { version, optional }]) =>
      path !== '' && !optional && installed[path]?.version !== version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages;
  } catch {
    return {};
  }
}
