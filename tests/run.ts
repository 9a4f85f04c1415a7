import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inspect } from 'node:util';
import { openBrowser } from './browser.ts';

/**
 * `npm test`: types, lint, dead code, then every test file but those of tests/full.
 * `npm run coverage`: the same, and which lines of src ran; a third slower, so no part of the former.
 * `npm run test:full`: the files of tests/full, which need ../shared.
 *
 * Lists the files itself, because Node 20's runner takes neither globs nor folders of TypeScript.
 * A run of no test fails, and so does a skipped or unfinished one.
 */
const root = path.resolve(import.meta.dirname, '..');
const full = process.argv.includes('--full');
const coverage = process.argv.includes('--coverage') ? path.join(root, 'coverage') : null;

if (full && !existsSync(path.join(root, '../shared'))) {
  console.error('Cannot run the full tests without the folder ../shared beside the clone');
  process.exit(1);
}
if (!full) {
  tool('typescript', 'bin/tsc', '--noEmit');
  tool('typescript', 'bin/tsc', '--noEmit', '--project', 'templates/assets');
  tool('@biomejs/biome', 'bin/biome', 'check', '.');
  tool('knip', 'bin/knip.js');
}
if (coverage) {
  rmSync(coverage, { recursive: true, force: true });
  process.env.NODE_V8_COVERAGE = path.join(coverage, 'tmp');
}
// Once and before the tests, which would otherwise install it side by side.
await (await openBrowser()).close();
// Alone and first: beside another test what is quick looks slow.
const timed = testFiles().filter(isTimed);
const untimed = testFiles().filter((file) => !isTimed(file));
const faults = timed.length > 0 ? await test(timed, 1) : [];
faults.push(...(await test(untimed, 2)));
if (coverage) {
  delete process.env.NODE_V8_COVERAGE;
  tool('c8', 'bin/c8.js', 'report', '--include', 'src', '--reporter', 'text-summary');
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function testFiles(): string[] {
  const inFull = path.join('full', path.sep);
  return readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && file.startsWith(inFull) === full)
    .sort()
    .map((file) => path.join(root, 'tests', file));
}

/** Whether a file judges by seconds: Lighthouse by the clock's, the bench by the processor's. */
function isTimed(file: string): boolean {
  return /^(bench|site-lighthouse)\.test\.ts$/.test(path.basename(file));
}

/** Run the files, so many at a time, printing as they go; what is wrong with the run. */
async function test(files: string[], concurrency: number): Promise<string[]> {
  const counts = { passed: 0, left: 0 };
  const failed: string[] = [];
  const stream = run({ files, concurrency });
  stream.on('test:pass', ({ skip, todo, details }) => {
    if (details.type === 'suite') return;
    counts[skip === undefined && todo === undefined ? 'passed' : 'left'] += 1;
  });
  stream.on('test:fail', ({ name, file, details }) => {
    // Again at the end: what keeps only the last lines of a log keeps the cause.
    failed.push(
      `✖ ${name} (${path.relative(root, file ?? root)}): ${inspect(details.error.cause)}`,
    );
  });
  for await (const line of stream.compose(new spec())) process.stdout.write(line);
  return [
    ...(counts.passed + failed.length === 0 ? ['Expected tests, got none'] : []),
    ...(counts.left > 0 ? [`Expected every test to run, got ${counts.left} skipped or to do`] : []),
    ...failed,
    ...(failed.length > 0 ? [`Expected every test to pass, got ${failed.length} that failed`] : []),
  ];
}

/** Run an installed tool and stop the whole run where it finds fault. */
function tool(name: string, bin: string, ...args: string[]): void {
  const file = path.join(root, 'node_modules', name, bin);
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) return;
  console.error(`Expected ${name} to find no fault, got exit code ${status}`);
  process.exit(1);
}
