import { putVarint, varintLength } from './bytes.ts';
import { kindOf, kinds } from './characters.ts';
import { eachTerm, type TermTaker } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

/** Everything that one segment's index knows: each term's fields and places, as bytes. */
export interface Postings {
  /** In order of UTF-16 units. */
  terms: string[];
  /**
   * The fields that hold the n-th term, ascending: a varint each, the step from the field before times
   * two, plus one where the term stands there more than once. Field = unit × 2, plus 1 for the answer.
   */
  fields(n: number): Uint8Array;
  /**
   * The n-th term's places, field by field: how many, where there is more than one; then the first place
   * and the steps to the next ones. Empty for a single Han character, whose places its pairs have.
   */
  places(n: number): Uint8Array;
}

/**
 * Inverts folded texts, one a field.
 *
 * Two passes over the texts, one that counts bytes and one that writes them into two arrays: a list a
 * term would take 9 GB at 50,000 exchanges, as Pagefind's build does.
 */
export function invert(texts: string[]): Postings {
  const vocabulary = new Vocabulary();
  const counted = new Pass(vocabulary, null, null);
  for (const [field, text] of texts.entries()) counted.take(text, field);
  const fieldEnds = runningSums(counted.fieldsAt.subarray(0, vocabulary.terms.length));
  const placeEnds = runningSums(counted.placesAt.subarray(0, vocabulary.terms.length));
  const written = new Pass(
    vocabulary,
    new Uint8Array(fieldEnds.at(-1) ?? 0),
    new Uint8Array(placeEnds.at(-1) ?? 0),
  );
  written.fieldsAt.set(fieldEnds.subarray(0, -1));
  written.placesAt.set(placeEnds.subarray(0, -1));
  for (const [field, text] of texts.entries()) written.take(text, field);
  const { terms } = vocabulary;
  const order = Uint32Array.from(terms.keys());
  order.sort((a, b) => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1));
  const part = (bytes: Uint8Array | null, ends: Uint32Array, n: number): Uint8Array => {
    const term = order[n] ?? 0;
    return bytes?.subarray(ends[term], ends[term + 1]) ?? new Uint8Array();
  };
  return {
    terms: Array.from(order, (term) => terms[term] ?? ''),
    fields: (n) => part(written.fieldBytes, fieldEnds, n),
    places: (n) => part(written.placeBytes, placeEnds, n),
  };
}

/** Where each run of bytes begins, and where the last one ends. */
function runningSums(lengths: Uint32Array): Uint32Array {
  const sums = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) sums[i + 1] = (sums[i] ?? 0) + (lengths[i] ?? 0);
  return sums;
}

/** One pass over the texts: counts bytes where there is nothing to write into. Arrays are by term. */
class Pass implements TermTaker {
  /** Next byte of each term. */
  fieldsAt: Uint32Array;
  placesAt: Uint32Array;
  readonly fieldBytes: Uint8Array | null;
  readonly placeBytes: Uint8Array | null;
  readonly #vocabulary: Vocabulary;
  /** One more than the last field of each term, its occurrences in the field at hand, its last place. */
  #nextField: Uint32Array;
  #count: Uint32Array;
  #lastPlace: Uint32Array;
  /** Terms of the field at hand with their places, as met; -1 for none. */
  readonly #met: number[] = [];
  readonly #metPlaces: number[] = [];
  #text = '';

  constructor(
    vocabulary: Vocabulary,
    fieldBytes: Uint8Array | null,
    placeBytes: Uint8Array | null,
  ) {
    const size = Math.max(1024, vocabulary.terms.length);
    this.#vocabulary = vocabulary;
    this.fieldBytes = fieldBytes;
    this.placeBytes = placeBytes;
    this.fieldsAt = new Uint32Array(size);
    this.placesAt = new Uint32Array(size);
    this.#nextField = new Uint32Array(size);
    this.#count = new Uint32Array(size);
    this.#lastPlace = new Uint32Array(size);
  }

  word(start: number, end: number, place: number): void {
    this.#meet(this.#vocabulary.word(this.#text.slice(start, end)), place);
  }

  pair(first: number, second: number, place: number): void {
    this.#meet(this.#vocabulary.pair(first, second), place);
    if (kindOf(first) === kinds.han) this.#meet(this.#vocabulary.sole(first), -1);
  }

  /** Takes the text of the next field. */
  take(text: string, field: number): void {
    this.#text = text;
    this.#met.length = this.#metPlaces.length = 0;
    eachTerm(text, this);
    for (let i = 0; i < this.#met.length; i++) {
      this.#put(this.#met[i] ?? 0, this.#metPlaces[i] ?? 0, field);
    }
  }

  #meet(term: number, place: number): void {
    if (term >= this.#count.length) this.#grow();
    this.#count[term] = (this.#count[term] ?? 0) + 1;
    this.#met.push(term);
    this.#metPlaces.push(place);
  }

  #put(term: number, place: number, field: number): void {
    const count = this.#count[term] ?? 0;
    if (count > 0) {
      const step = (field + 1 - (this.#nextField[term] ?? 0)) * 2 + (count > 1 ? 1 : 0);
      this.fieldsAt[term] = write(this.fieldBytes, this.fieldsAt[term] ?? 0, step);
      if (count > 1 && place >= 0) this.#putPlace(term, count);
      this.#nextField[term] = field + 1;
      this.#lastPlace[term] = 0;
      this.#count[term] = 0;
    }
    if (place < 0) return;
    this.#putPlace(term, place - (this.#lastPlace[term] ?? 0));
    this.#lastPlace[term] = place;
  }

  #putPlace(term: number, value: number): void {
    this.placesAt[term] = write(this.placeBytes, this.placesAt[term] ?? 0, value);
  }

  #grow(): void {
    this.fieldsAt = doubled(this.fieldsAt);
    this.placesAt = doubled(this.placesAt);
    this.#nextField = doubled(this.#nextField);
    this.#count = doubled(this.#count);
    this.#lastPlace = doubled(this.#lastPlace);
  }
}

const write = (bytes: Uint8Array | null, at: number, value: number): number =>
  bytes ? putVarint(bytes, at, value) : at + varintLength(value);

function doubled(numbers: Uint32Array): Uint32Array {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
