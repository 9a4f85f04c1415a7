import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../model/archive.ts';
import { type Directory, directoryPath, pathsOf, type SegmentFiles } from './directory.ts';
import { createFold, type Fold, readFoldTable } from './fold.ts';
import { foldTableBytes } from './fold-table.ts';
import { type PlacedUnit, unitsOf } from './units.ts';
import { wordsIn } from './words.ts';
import { writeCalendar, writeColumns } from './write-columns.ts';
import { writeNames } from './write-names.ts';
import { type RawFile, writeSegment } from './write-segment.ts';

/** A file of the index, its path from the site's folder; `bytes` is null where the known file stays. */
export interface SearchFile {
  path: string;
  bytes: Uint8Array | null;
}

/** Part of every digest: files of another format must have other names. */
const format = 'lectern search 1';

/**
 * The search index of an archive: gzip files named by a digest of what they hold, and last
 * `search/directory.json`, which names them. The same archive gives the same bytes.
 *
 * Closed years are one segment and the newest year another one: a segment of each year would cost a
 * query twenty reads a term. Given the directory of the index that is there, segments whose units
 * are the same are not built: their paths come with null, and adding a day costs the newest year.
 */
export function* buildIndex(archive: Archive, known?: Directory): Generator<SearchFile> {
  const fold = createFold(readFoldTable(foldTableBytes()));
  const units = [...unitsOf(archive)];
  const segments: SegmentFiles[] = [];
  for (const { years, units: own } of segmentsOf(units)) {
    segments.push(yield* buildSegment(years, own, fold, known));
  }
  const { names, aliases } = writeNames(archive, units, fold);
  const directory: Directory = {
    version: 1,
    segments,
    fold: yield* named('fold', foldTableBytes()),
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
  years: [number, number],
  units: PlacedUnit[],
  fold: Fold,
  known?: Directory,
): Generator<SearchFile, SegmentFiles> {
  const digest = digestOf(units);
  const calendar = yield* named('calendar', writeCalendar(units));
  const columns = yield* named('columns', writeColumns(units));
  const same = known?.segments.find((segment) => segment.digest === digest);
  if (same) {
    const files = { ...same, years, calendar, columns };
    for (const path of pathsOf(files)) yield { path, bytes: null };
    return files;
  }
  const chunks = yield* packed(writeSegment(digest, units, fold));
  return { digest, years, units: units.length, chunks, calendar, columns };
}

interface Segment {
  years: [number, number];
  units: PlacedUnit[];
}

/** Closed years, then the newest one; the units are sorted by date. */
function segmentsOf(units: PlacedUnit[]): Segment[] {
  const yearOf = ({ unit }: PlacedUnit): number => Number(unit.date.slice(0, 4));
  const last = units.at(-1);
  if (!last) return [];
  const newest = yearOf(last);
  const closed = units.findIndex((unit) => yearOf(unit) === newest);
  return [units.slice(0, closed), units.slice(closed)].flatMap((own): Segment[] => {
    const [first] = own;
    const end = own.at(-1);
    return first && end ? [{ years: [yearOf(first), yearOf(end)], units: own }] : [];
  });
}

function digestOf(units: PlacedUnit[]): string {
  const hash = createHash('sha256').update(format).update(foldTableBytes());
  for (const { unit } of units) hash.update(JSON.stringify(unit));
  return hash.digest('hex').slice(0, 16);
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
