import type { Transcript } from '../model/transcript.ts';
import { pushVarint } from './bytes.ts';
import { chunksPerPage, segmentPaths } from './directory.ts';
import type { Fold } from './fold.ts';
import { invert, type Postings } from './postings.ts';
import { separator, writeSeparators } from './separators.ts';
import { storedUnit } from './stored-unit.ts';
import { unitSides, wordsOfSide } from './unit.ts';
import { unitsOf } from './units.ts';

/** A file before it is packed. */
export interface RawFile {
  path: string;
  bytes: Uint8Array;
}

/** Writes a segment's folder and returns how many chunks it has. */
export function* writeSegment(
  digest: string,
  transcripts: Transcript[],
  fold: Fold,
): Generator<RawFile, number> {
  const paths = segmentPaths(digest);
  const texts = foldedFields(transcripts, fold);
  const postings = invert(texts);
  const separators: string[] = [];
  for (const [first, end] of chunksOf(postings)) {
    const before = postings.terms[first - 1] ?? '';
    const chunk = separators.push(separator(before, postings.terms[first] ?? '')) - 1;
    const numbers = Array.from({ length: end - first }, (_, i) => first + i);
    yield { path: paths.fields(chunk), bytes: fieldsChunk(numbers, postings) };
    yield { path: paths.places(chunk), bytes: join(numbers.map(postings.places)) };
  }
  const pages = pagesOf(separators);
  yield { path: paths.pages, bytes: writeSeparators(pages.map(([first = '']) => first)) };
  for (const [page, own] of pages.entries()) {
    yield { path: paths.page(page), bytes: writeSeparators(own) };
  }
  yield { path: paths.lengths, bytes: Uint8Array.from(texts, lengthCode) };
  let number = 0;
  for (const unit of unitsOf({ transcripts })) {
    yield { path: paths.text(number++), bytes: encode(JSON.stringify(storedUnit(unit))) };
  }
  return separators.length;
}

const pagesOf = (separators: string[]): string[][] =>
  Array.from({ length: Math.ceil(separators.length / chunksPerPage) }, (_, page) =>
    separators.slice(page * chunksPerPage, (page + 1) * chunksPerPage),
  );

/** The folded words of every field, in the order of their numbers: question, answer, question, … */
function foldedFields(transcripts: Transcript[], fold: Fold): string[] {
  const fields: string[] = [];
  // Unit by unit: all of them at once would be another copy of every text.
  for (const unit of unitsOf({ transcripts })) {
    for (const side of unitSides) fields.push(fold.text(wordsOfSide(unit, side)));
  }
  return fields;
}

/** A length in a byte: eight steps to every doubling. */
const lengthCode = ({ length }: string): number =>
  Math.min(255, Math.round(Math.log2(length + 1) * 8));

/**
 * Runs of neighbouring terms whose postings fill a chunk: the first's number, and the next chunk's first.
 *
 * Bytes in a chunk are the root of all bytes: more chunks make `terms` larger, larger ones make every
 * query larger, and the sum is least in between. A term is never cut, so a common one has its own chunk.
 */
function* chunksOf({ terms, fields, places }: Postings): Generator<[first: number, end: number]> {
  const sizes = Uint32Array.from(terms, (_, n) => fields(n).length + places(n).length);
  const full = Math.sqrt(sizes.reduce((sum, size) => sum + size, 0));
  let first = 0;
  let size = 0;
  for (const [n, own] of sizes.entries()) {
    if (n > first && size + own > full) {
      yield [first, n];
      first = n;
      size = 0;
    }
    size += own;
  }
  if (first < terms.length) yield [first, terms.length];
}

/** How many terms; each as the part shared with the one before, the rest, and two lengths; the fields. */
function fieldsChunk(numbers: number[], { terms, fields, places }: Postings): Uint8Array {
  const head: number[] = [];
  pushVarint(head, numbers.length);
  let before = '';
  for (const n of numbers) {
    const term = terms[n] ?? '';
    let shared = 0;
    while (shared < term.length && term[shared] === before[shared]) shared++;
    const rest = encode(term.slice(shared));
    pushVarint(head, shared);
    pushVarint(head, rest.length);
    head.push(...rest);
    pushVarint(head, fields(n).length);
    pushVarint(head, places(n).length);
    before = term;
  }
  return join([Uint8Array.from(head), ...numbers.map(fields)]);
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function join(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
