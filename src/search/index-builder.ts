import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../model/archive.ts';
import type { Transcript } from '../model/transcript.ts';
import {
  type Directory,
  directoryPath,
  facetPathsOf,
  indexVersion,
  pathsOf,
  type SegmentFiles,
} from './directory.ts';
import type { Fold } from './fold.ts';
import { foldFiles, wholeFold } from './fold-table.ts';
import { idsOf, labeller } from './unit-labels.ts';
import { wordsIn } from './words.ts';
import { writeCalendar } from './write-calendar.ts';
import { writeFacets } from './write-facets.ts';
import { writeNames } from './write-names.ts';
import { type RawFile, writeSegment } from './write-segment.ts';

/** A file of the index, its path from the site's folder; `bytes` is null where the known file stays. */
export interface SearchFile {
  path: string;
  bytes: Uint8Array | null;
}

/** Part of every digest: files of another format must have other names. */
const format = 'lectern search 2';

/**
 * The search index of an archive: gzip files named by a digest of what they hold, and last
 * `search/directory.json`, which names them. The same archive gives the same bytes.
 *
 * Given the directory of the index that is there, segments in which the same was said are not built:
 * their paths come with null, and adding a day costs the newest month.
 */
export function* buildIndex(archive: Archive, known?: Directory): Generator<SearchFile> {
  const fold = wholeFold();
  const labels = archive.transcripts.map(labeller(archive));
  const ids = idsOf(archive.transcripts, labels);
  const segments: SegmentFiles[] = [];
  for (const [from, to] of segmentsOf(archive.transcripts)) {
    const files = yield* buildSegment(archive.transcripts.slice(from, to), fold, known);
    const written = writeFacets(labels.slice(from, to).flat(), ids);
    const segment = { ...files, facets: written.facets };
    const same = known?.segments.some(({ facets }) => facets.digest === segment.facets.digest);
    if (same) yield* kept(facetPathsOf(segment));
    else for (const { path, bytes } of written.files()) yield { path, bytes: pack(bytes) };
    segments.push(segment);
  }
  const { names, aliases } = writeNames(archive, ids, fold);
  const directory: Directory = {
    version: indexVersion,
    segments,
    foldSources: yield* named('fold', foldFiles().sources),
    foldTargets: yield* named('simplified', foldFiles().targets),
    ids: yield* named('ids', json(ids)),
    names: {
      'zh-Hans': yield* named('names', json(names['zh-Hans'])),
      en: yield* named('names', json(names.en)),
    },
    aliases: yield* named('aliases', json(aliases)),
    words: {
      'zh-Hans': yield* named('words', json(wordsIn('zh-Hans'))),
      en: yield* named('words', json(wordsIn('en'))),
    },
  };
  yield { path: directoryPath, bytes: json(directory) };
}

function* buildSegment(
  transcripts: Transcript[],
  fold: Fold,
  known?: Directory,
): Generator<SearchFile, Omit<SegmentFiles, 'facets'>> {
  const digest = digestOf(transcripts);
  const same = known?.segments.find((segment) => segment.digest === digest);
  if (same) {
    yield* kept([...pathsOf(same), same.calendar]);
    return same;
  }
  const { units, bytes } = writeCalendar(transcripts);
  const calendar = yield* named('calendar', bytes);
  const chunks = yield* packed(writeSegment(digest, transcripts, fold));
  return { digest, units, chunks, calendar };
}

/**
 * Where each segment's transcripts begin and end: the closed years, the closed months of the newest
 * year, the newest month. They are sorted by date. A segment of each year would cost a query twenty
 * reads a term; without one for the newest month, adding a day costs a twentieth of all.
 */
function segmentsOf(transcripts: Transcript[]): [from: number, to: number][] {
  const newest = transcripts.at(-1)?.date ?? '';
  const first = (length: number): number =>
    transcripts.findIndex(({ date }) => date.slice(0, length) === newest.slice(0, length));
  const starts = [...new Set([0, first('YYYY'.length), first('YYYY-MM'.length)])];
  return starts
    .map((from, i): [number, number] => [from, starts[i + 1] ?? transcripts.length])
    .filter(([from, to]) => from < to);
}

function digestOf(transcripts: Transcript[]): string {
  const { sources, targets } = foldFiles();
  const hash = createHash('sha256').update(format).update(sources).update(targets);
  for (const transcript of transcripts) hash.update(saidIn(transcript).join('\0'), 'utf16le');
  return hash.digest('hex').slice(0, 16);
}

/** All that a segment's folder tells of a transcript: three times as fast to hash as its JSON. */
function saidIn({ id, source, language, date, children }: Transcript): (string | number | null)[] {
  const said: (string | number | null)[] = [id, source, language, date];
  for (const child of children) {
    if (child.type === 'note') continue;
    if (child.type === 'exchange') said.push(child.id);
    for (const turn of child.type === 'exchange' ? child.children : [child]) {
      if (turn.type === 'note') continue;
      said.push(turn.kind, turn.label, turn.speaker, turn.outlet, turn.children.length);
      for (const line of turn.children) {
        if (line.type === 'paragraph') said.push(line.value, line.language ?? null);
      }
    }
  }
  return said;
}

function* kept(paths: string[]): Generator<SearchFile> {
  for (const path of paths) yield { path, bytes: null };
}

/** A file of its own, named by its content; returns its path. */
function* named(name: string, bytes: Uint8Array): Generator<SearchFile, string> {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const path = `search/${name}-${digest}.bin`;
  yield { path, bytes: pack(bytes) };
  return path;
}

function* packed(files: Generator<RawFile, number>): Generator<SearchFile, number> {
  let next = files.next();
  while (!next.done) {
    yield { path: next.value.path, bytes: pack(next.value.bytes) };
    next = files.next();
  }
  return next.value;
}

/**
 * Our own gzip: hosts compress by file type and each in its way (GitHub Pages leaves .bin as it is),
 * and its checksum tells the reader of a damaged file.
 */
const pack = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
