import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { filesBelow, importFiles } from '../../src/capture/import-files.ts';
import { contentFolder } from '../archive/content.ts';
import { charsetCases } from '../capture/charset-cases.ts';
import { readAll, readRecords } from '../capture/pages.ts';
import { moreSamples, samples } from '../capture/samples.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shared = path.join(root, '../shared');
const run = promisify(execFile);

for (const [file, count, offsets] of [...samples, ...moreSamples]) {
  test(`${file}: ${count} whole records, ${offsets.length} faults`, async () => {
    const { records, faults } = await readRecords(path.join(shared, 'testdata/warc', file));
    assert.equal(records.length, count);
    assert.deepEqual(
      faults.map(({ offset }) => offset),
      offsets,
    );
  });
}

test('an import of every sample says of each what is wrong with it, or nothing', async (t) => {
  const folder = path.join(shared, 'testdata/warc');
  const names = (await readdir(folder)).filter((name) => !name.startsWith('LICENSE'));
  const faulty = new Map<string, number>();
  for (const name of names) {
    const content = await contentFolder({});
    const options = { content, sources: [], started: new Date() };
    for await (const { kind } of importFiles([path.join(folder, name)], options)) {
      if (kind !== 'damaged' && kind !== 'refused') continue;
      faulty.set(name, (faulty.get(name) ?? 0) + 1);
    }
  }
  t.diagnostic(
    `${names.length} files: ${names.length - faulty.size} whole, ${faulty.size} reported: ` +
      [...faulty].map(([name, count]) => `${name} ${count}`).join(', '),
  );
  const damaged = [...samples, ...moreSamples].filter(([, , offsets]) => offsets.length > 0);
  const archives = names.filter((name) => /\.arc(?:\.gz)?$/.test(name));
  // Whole, but it looks back at a record of another file, which an import cannot know.
  const alone = 'js-example-url-agnostic-revisit.warc.gz';
  assert.deepEqual(
    [...faulty.keys()].sort(),
    [...damaged.map(([file]) => file), ...archives, alone].sort(),
  );
});

for (const { id, run: check } of charsetCases(
  path.join(shared, 'testdata/own/charset-matrix.json'),
)) {
  test(`charset ${id}`, check);
}

/** Runs first in the child: tells its peak memory in KB and its CPU time in µs at the end. */
const measured = `
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write('peak ' + maxRSS + ' cpu ' + (userCPUTime + systemCPUTime) + '\\n');
  });
`;

async function importInto(content: string, files: string[]) {
  const { stdout, stderr } = await run(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(measured)}`,
      path.join(root, 'bin/lectern.js'),
      '--content',
      content,
      'import',
      ...files,
    ],
    { maxBuffer: 1 << 26 },
  );
  const [, peak, cpu] = stderr.match(/peak (\d+) cpu (\d+)/) ?? [];
  return {
    sum: stdout.trim().split('\n').at(-1) ?? '',
    seconds: Number(cpu) / 1e6,
    peak: Number(peak) / 1024,
  };
}

async function bytesBelow(files: string[]): Promise<number> {
  const sizes = (await filesBelow(files)).map(async (file) => (await stat(file)).size);
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}

test('the three corpora are stored, and stored again as nothing', async (t) => {
  const folder = await contentFolder({});
  const content = path.join(folder, 'content');
  for (const it of ['sources', 'institutions.yaml']) {
    await cp(path.join(root, 'content', it), path.join(content, it), { recursive: true });
  }
  await mkdir(path.join(folder, 'md'));
  await run('tar', [
    'xzf',
    path.join(shared, 'corpus/whitehouse-md.tar.gz'),
    '-C',
    path.join(folder, 'md'),
    '--wildcards',
    '*.md',
  ]);
  const warcs = ['mfa-zh.warc.gz', 'whitehouse.warc.gz'].map((it) =>
    path.join(shared, 'corpus', it),
  );
  const sets: [string, string[], number][] = [
    ['801 pages and 22 pages as WARC', warcs, 823],
    ['129 briefings as Markdown', [path.join(folder, 'md')], 129],
  ];
  for (const [name, files, count] of sets) {
    const { sum, seconds, peak } = await importInto(content, files);
    assert.match(sum, new RegExp(`: ${count} stored$`));
    const mb = (await bytesBelow(files)) / 1e6;
    t.diagnostic(
      `${name}: ${seconds.toFixed(1)} CPU s, ${(mb / seconds).toFixed(1)} MB/s of file, peak ${peak.toFixed(0)} MB`,
    );
    assert.match((await importInto(content, files)).sum, new RegExp(`: ${count} already known$`));
  }
  const { captures, faults } = await readAll(content);
  assert.equal(captures.length, 952);
  assert.deepEqual(faults, []);
});

test('memory does not grow with the WARC', async (t) => {
  const folder = await contentFolder({});
  const once = path.join(shared, 'corpus/mfa-zh.warc.gz');
  const five = path.join(folder, 'five.warc.gz');
  await run('sh', ['-c', `cat ${Array(5).fill(once).join(' ')} > ${five}`]);
  const content = path.join(root, 'content');
  const peaks: number[] = [];
  for (const file of [once, five]) {
    const copy = path.join(await contentFolder({}), 'content');
    for (const it of ['sources', 'institutions.yaml']) {
      await cp(path.join(content, it), path.join(copy, it), { recursive: true });
    }
    peaks.push((await importInto(copy, [file])).peak);
  }
  const [small = 0, large = 0] = peaks;
  t.diagnostic(`peak ${small.toFixed(0)} MB for 801 records, ${large.toFixed(0)} MB for 4,005`);
  assert.ok(large < small * 1.5);
});
