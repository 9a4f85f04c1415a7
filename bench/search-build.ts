import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gather } from '../src/archive/gather.ts';
import type { Archive } from '../src/model/archive.ts';
import type { Directory } from '../src/search/directory.ts';
import { directoryPath } from '../src/search/directory.ts';
import { buildIndex } from '../src/search/index-builder.ts';
import { recombine } from './search-corpus.ts';

/** What one build of an index cost. */
export interface BuildCost {
  /** User and system seconds. */
  cpu: number;
  files: number;
  bytes: number;
  /** Peak of the process that built it, with the archive in it, in MiB. */
  memory: number;
}

/** Builds an archive's index into a folder; `known` is the directory of the index that is there. */
function build(archive: Archive, folder: string, known?: Directory): Omit<BuildCost, 'memory'> {
  const start = process.cpuUsage();
  let files = 0;
  let size = 0;
  const folders = new Set<string>();
  for (const { path: file, bytes } of buildIndex(archive, known)) {
    if (!bytes) continue;
    const full = path.join(folder, file);
    if (!folders.has(path.dirname(full))) mkdirSync(path.dirname(full), { recursive: true });
    folders.add(path.dirname(full));
    writeFileSync(full, bytes);
    files++;
    size += bytes.length;
  }
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1e6, files, bytes: size };
}

/** The archive with one more conference on the day after its last one. */
function oneDayMore(archive: Archive): Archive {
  const last = archive.transcripts.at(-1);
  if (!last) return archive;
  const id = `${last.source}/2026-11-21`;
  const children = last.children.map((child, i) =>
    child.type === 'exchange' ? { ...child, id: `${id}/${i + 1}` } : child,
  );
  const added = { ...last, id, date: '2026-11-21', children };
  return { ...archive, transcripts: [...archive.transcripts, added] };
}

// A process of its own, so that its time and memory are the build's: content folder, size, folder of
// the index; `day` builds the archive of the day after over the index that is there.
const [content = '', size = '', folder = '', day] = process.argv.slice(2);
const archive = recombine(await gather(content), Number(size));
const cost = day
  ? build(oneDayMore(archive), `${folder}-day`, readDirectory(folder))
  : build(archive, folder);
console.log(JSON.stringify({ ...cost, memory: process.resourceUsage().maxRSS / 1024 }));

function readDirectory(folder: string): Directory {
  return JSON.parse(readFileSync(path.join(folder, directoryPath), 'utf8'));
}
