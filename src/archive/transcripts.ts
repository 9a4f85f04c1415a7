import path from 'node:path';
import { z } from 'zod';
import { writeAll } from '../files/write.ts';
import type { CaptureRef } from '../model/capture.ts';
import type { Problem } from '../model/problem.ts';
import { type Transcript, transcript } from '../model/transcript.ts';
import { FileMemory } from './file-memory.ts';
import { filesIn, readText } from './folder.ts';
import { readJson } from './json.ts';
import { shown } from './reasons.ts';
import { check, type Report } from './yaml.ts';

/** Where a transcript is stored, below content/: `transcripts/<source>/<year>/<date>.json`. */
export function transcriptFile(id: string): string {
  const [source = '', name = ''] = id.split('/');
  return `transcripts/${source}/${name.slice(0, 4)}/${name}.json`;
}

/**
 * Store transcripts; the paths below content/ of those that were stored with other bytes, or not at all.
 *
 * Keys are written in the order of the schema, so that the same transcript is the same bytes; a file that
 * already holds them is not touched. A transcript that does not fit throws before anything is written.
 */
export async function writeTranscripts(
  content: string,
  transcripts: Transcript[],
): Promise<string[]> {
  const texts = transcripts.map((it): [string, string] => [
    path.join(content, transcriptFile(it.id)),
    textOf(it),
  ]);
  const written = await writeAll(new Map(texts));
  return written.map((file) => path.relative(content, file).replaceAll(path.sep, '/')).sort();
}

/** The files of the stored transcripts, of one source or of all, below content/, by their names. */
export const transcriptFiles = (content: string, source = ''): string[] =>
  filesIn(content, `transcripts/${source}`, '.json');

/** What was read of stored transcripts. */
export type TranscriptMemory = FileMemory<Transcript[]>;

/** The stored transcripts, of one source or of all, by date and id; a file that does not fit is a problem. */
export async function readTranscripts(
  content: string,
  source = '',
  memory: TranscriptMemory = new FileMemory(),
): Promise<{ transcripts: Transcript[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    problems.push(problem);
  };
  const transcripts: Transcript[] = [];
  for (const file of transcriptFiles(content, source)) {
    const read = await memory.recall(path.join(content, file), report, (tell) =>
      readTranscript(content, file, tell),
    );
    transcripts.push(...read);
  }
  return { transcripts: transcripts.sort(byDateAndId), problems };
}

/** A stored transcript by its file below content/; none, and reported, where it does not fit. */
export async function readTranscript(
  content: string,
  file: string,
  report: Report,
): Promise<Transcript[]> {
  const text = await readText(content, file, report);
  const json = text === undefined ? undefined : readJson(text, file, report);
  const read = json && check(json, transcript, report);
  if (!json || !read) return [];
  if (transcriptFile(read.id) === file) return [read];
  report(json.problem(['id'], `Expected an id that fits the file's path, got ${shown(read.id)}`));
  return [];
}

const named = z.object({ captures: transcript.shape.captures });

/** The captures that a stored transcript names; null if its file is missing or cannot be read. */
export async function capturesOf(content: string, id: string): Promise<CaptureRef[] | null> {
  const text = await readText(content, transcriptFile(id), () => {});
  try {
    return named.parse(JSON.parse(text ?? '')).captures;
  } catch {
    return null;
  }
}

const textOf = (it: Transcript): string => `${JSON.stringify(transcript.parse(it), null, 2)}\n`;

function byDateAndId(a: Transcript, b: Transcript): number {
  return compare(a.date, b.date) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
