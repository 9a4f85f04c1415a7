import { pushVarint } from './bytes.ts';
import { segmentPaths, unitsAText } from './directory.ts';
import type { Fold } from './fold.ts';
import { invert, type Postings } from './postings.ts';
import { unitSides, wordsOfSide } from './unit.ts';
import type { PlacedUnit } from './units.ts';

/** Bytes of postings in a chunk before packing; a term is never cut, so a common one has its own. */
export const chunkBytes = 8192;

/** A file before it is packed. */
export interface RawFile {
  path: string;
  bytes: Uint8Array;
}

/** Writes a segment's folder and returns how many chunks it has. */
export function* writeSegment(
  digest: string,
  units: PlacedUnit[],
  fold: Fold,
): Generator<RawFile, number> {
  const paths = segmentPaths(digest);
  const postings = invert(() => foldedFields(units, fold));
  const firsts: string[] = [];
  for (const terms of chunksOf(postings)) {
    const chunk = firsts.push(terms[0] ?? '') - 1;
    yield { path: paths.fields(chunk), bytes: fieldsChunk(terms, postings) };
    yield { path: paths.places(chunk), bytes: join(terms.map((term) => postings.places(term))) };
  }
  yield { path: paths.terms, bytes: encode(firsts.join('\n')) };
  yield { path: paths.lengths, bytes: Uint8Array.from(foldedFields(units, fold), lengthCode) };
  for (let i = 0; i < units.length; i += unitsAText) {
    const shown = units.slice(i, i + unitsAText).map(({ unit }) => unit);
    yield { path: paths.text(i), bytes: encode(JSON.stringify(shown)) };
  }
  return firsts.length;
}

/** The folded words of every field, in the order of their numbers: question, answer, question, … */
function* foldedFields(units: PlacedUnit[], fold: Fold): Generator<string> {
  for (const { unit } of units) {
    for (const side of unitSides) yield fold.text(wordsOfSide(unit, side));
  }
}

/** A length in a byte: eight steps to every doubling. */
const lengthCode = ({ length }: string): number =>
  Math.min(255, Math.round(Math.log2(length + 1) * 8));

/** Runs of neighbouring terms whose postings fill a chunk. */
function* chunksOf(postings: Postings): Generator<string[]> {
  let terms: string[] = [];
  let size = 0;
  for (const term of postings.terms) {
    const own = postings.fields(term).length + postings.places(term).length;
    if (terms.length > 0 && size + own > chunkBytes) {
      yield terms;
      terms = [];
      size = 0;
    }
    terms.push(term);
    size += own;
  }
  if (terms.length > 0) yield terms;
}

/** How many terms; each as the part shared with the one before, the rest, and two lengths; the fields. */
function fieldsChunk(terms: string[], postings: Postings): Uint8Array {
  const head: number[] = [];
  pushVarint(head, terms.length);
  let before = '';
  for (const term of terms) {
    let shared = 0;
    while (shared < term.length && term[shared] === before[shared]) shared++;
    const rest = encode(term.slice(shared));
    pushVarint(head, shared);
    pushVarint(head, rest.length);
    head.push(...rest);
    pushVarint(head, postings.fields(term).length);
    pushVarint(head, postings.places(term).length);
    before = term;
  }
  return join([Uint8Array.from(head), ...terms.map((term) => postings.fields(term))]);
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
