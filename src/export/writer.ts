import type { ExportNames, Portion } from '../model/archive.ts';
import type { Piece } from '../model/piece.ts';
import type { ExportFile } from './export-file.ts';
import { Zipping } from './zip.ts';

/** A format at work. It keeps no more of the archive than what one of its files needs at the moment. */
export interface Writer {
  /** What a portion adds; portions come oldest first. */
  take(portion: Portion): Iterable<Piece>;
  /** What remains once all are taken; every file that was begun is whole then. */
  end(): Iterable<Piece> | AsyncIterable<Piece>;
}

/** All that a writer writes of these portions. */
export async function* written(
  writer: Writer,
  portions: AsyncIterable<Portion> | Iterable<Portion>,
): AsyncGenerator<Piece> {
  for await (const portion of portions) yield* writer.take(portion);
  yield* writer.end();
}

/** Writes one file of text: what it begins with, then what each portion adds. */
export function oneFile(
  path: string,
  text: (portion: Portion) => Iterable<string>,
  head = '',
): Writer {
  let before = head;
  return {
    *take(portion) {
      const bytes = before + [...text(portion)].join('');
      before = '';
      if (bytes !== '') yield { path, bytes, last: false };
    },
    *end() {
      yield { path, bytes: before, last: true };
    },
  };
}

/** Writes files that are whole with one portion. */
export const filesOf = (
  format: (archive: ExportNames & Portion) => Iterable<ExportFile>,
  names: ExportNames,
): Writer => ({
  *take(portion) {
    for (const file of format({ ...names, ...portion })) yield { ...file, last: true };
  },
  *end() {},
});

/** Writes files that are whole with one piece into a ZIP instead of a folder. */
export function zipped(path: string, { take }: Writer): Writer {
  const zip = new Zipping();
  return {
    *take(portion) {
      for (const file of take(portion)) {
        zip.begin(file.path);
        zip.push(file.bytes, file.last);
      }
      yield { path, bytes: zip.drain(), last: false };
    },
    *end() {
      zip.end();
      yield { path, bytes: zip.drain(), last: true };
    },
  };
}
