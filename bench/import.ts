import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inCorpus, root } from '../eval/corpus.ts';
import { readSources } from '../src/archive/read-sources.ts';
import { openWindow } from '../src/capture/file-window.ts';
import { readMember } from '../src/capture/gzip-member.ts';
import { importFiles } from '../src/capture/import-files.ts';

/**
 * Megabytes of WARC, without its gzip, that an import stores a second and a CPU second, beside a floor
 * in the same run: each gzip member of the file unpacked and packed again in one thread, no more.
 *
 *   node --import tsx bench/import.ts [where to put the archives, else the folder for temporary files]
 *
 * The least of five rounds that take turns; starting the program is left out. Trust the ratios.
 */
const rounds = 5;

const warc = inCorpus('mfa-zh.warc.gz');
const scratch = process.argv[2] ?? tmpdir();
const { sources } = await readSources(path.join(root, 'content'));

async function floor(): Promise<number> {
  const file = await openWindow(warc);
  let bytes = 0;
  for (let offset = 0; offset < file.size; ) {
    const member = await readMember(file, offset);
    gzipSync(member.bytes);
    bytes += member.bytes.length;
    offset = member.end;
  }
  await file.close();
  return bytes;
}

async function stored(): Promise<void> {
  const content = await mkdtemp(path.join(scratch, 'lectern-import-'));
  const options = { content, sources: sources.values(), started: new Date() };
  const kinds = new Map<string, number>();
  for await (const { kind } of importFiles([warc], options))
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  await rm(content, { recursive: true });
  if ((kinds.get('stored') ?? 0) < 800)
    throw new Error(`Expected 800 pages stored, got ${[...kinds]}`);
}

const least = { floor: [Infinity, Infinity], import: [Infinity, Infinity] };
let bytes = 0;

async function time(name: keyof typeof least, work: () => Promise<unknown>): Promise<void> {
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const taken = [(performance.now() - clock) / 1e3, (user + system) / 1e6];
  least[name] = least[name].map((one, at) => Math.min(one, taken[at] ?? one));
}

for (let round = 0; round < rounds; round++) {
  await time('floor', async () => {
    bytes = await floor();
  });
  await time('import', stored);
}

for (const [name, seconds] of Object.entries(least)) {
  const [clock, cpu] = seconds.map((each) => (bytes / 1e6 / each).toFixed(1));
  console.log(`${name}: ${clock} MB a second, ${cpu} MB a CPU second (target: 50)`);
}
const [clock, cpu] = least.import.map((each, at) => (each / (least.floor[at] ?? each)).toFixed(2));
console.log(`ratio: ${clock} times the floor's seconds, ${cpu} times its CPU seconds`);
