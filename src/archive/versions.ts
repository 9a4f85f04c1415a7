import { existsSync } from 'node:fs';
import { lstat, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeAll } from '../files/write.ts';
import { wordingDigest } from '../ledger/wording.ts';
import type { Problem } from '../model/problem.ts';
import { type Versions, versions } from '../model/versions.ts';
import { filesIn, readText } from './folder.ts';
import { readJson } from './json.ts';
import { shown } from './reasons.ts';
import { digestReason } from './word-faults.ts';
import { check } from './yaml.ts';

/** Make a source's folder hold the versions of these transcripts and of those whose ids are `kept`; files of others stay. */
export async function writeVersions(
  content: string,
  source: string,
  list: Versions[],
  kept: Iterable<string> = [],
): Promise<void> {
  const texts = list.map((it): [string, string] => [path.join(content, fileOf(it.id)), textOf(it)]);
  await writeAll(new Map(texts));
  const staying = new Set([...list.map(({ id }) => id), ...kept].map(fileOf));
  for (const file of filesIn(content, `versions/${source}`, '.json')) {
    if (!staying.has(file) && (await isOwn(content, file))) await rm(path.join(content, file));
  }
}

/** Whether this program wrote a file: a regular one with the versions of the transcript that it is named after. */
async function isOwn(content: string, file: string): Promise<boolean> {
  if (!(await lstat(path.join(content, file))).isFile()) return false;
  const text = await readText(content, file, () => {});
  const json = text === undefined ? undefined : readJson(text, file, () => {});
  const read = json && check(json, versions, () => {});
  return read !== undefined && fileOf(read.id) === file;
}

/** Transcript id → its versions, for every transcript that has more than one; a file that does not fit is a problem. */
export async function readVersions(
  content: string,
): Promise<{ versions: Map<string, Versions>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const found = new Map<string, Versions>();
  for (const file of filesIn(content, 'versions', '.json')) {
    const text = await readText(content, file, report);
    const json = text === undefined ? undefined : readJson(text, file, report);
    const read = json && check(json, versions, report);
    if (json && read && fileOf(read.id) !== file) {
      const reason = `Expected an id that fits the file's path, got ${shown(read.id)}`;
      report(json.problem(['id'], reason));
    } else if (json && read) {
      found.set(read.id, read);
      for (const [path, reason] of strangeWords(read)) {
        report({ ...json.problem(path, reason), fatal: true });
      }
    }
  }
  return { versions: found, problems };
}

/** The versions of the transcripts with these ids, of those that have more than one. */
export async function readVersionsOf(
  content: string,
  ids: string[],
): Promise<Map<string, Versions>> {
  const found = new Map<string, Versions>();
  for (const file of ids.map(fileOf)) {
    if (!existsSync(path.join(content, file))) continue;
    const text = await readText(content, file, () => {});
    const json = text === undefined ? undefined : readJson(text, file, () => {});
    const read = json && check(json, versions, () => {});
    if (!read)
      throw new Error(`Cannot tell what is withheld without \`${file}\`: parse writes it anew`);
    found.set(read.id, read);
  }
  return found;
}

/** Where a version has other words than its digest tells of. */
const strangeWords = ({ id, versions }: Versions): [path: PropertyKey[], reason: string][] =>
  versions.flatMap(({ digest, children }, nth): [PropertyKey[], string][] => {
    const own = wordingDigest(children);
    const cure = `lectern parse ${id.split('/')[0]} writes it anew`;
    return own === digest
      ? []
      : [[['versions', nth, 'digest'], `${digestReason(own, digest)}; ${cure}`]];
  });

const textOf = (it: Versions): string => `${JSON.stringify(versions.parse(it), null, 2)}\n`;

function fileOf(id: string): string {
  const [source = '', name = ''] = id.split('/');
  return `versions/${source}/${name.slice(0, 4)}/${name}.json`;
}
