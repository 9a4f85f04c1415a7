import { putVarint, varintLength } from './bytes.ts';
import { eachHan, eachTerm } from './terms.ts';

/** Everything that one segment's index knows: each term's fields and places, as bytes. */
export interface Postings {
  /** In order of UTF-16 units. */
  terms: string[];
  /**
   * The fields that hold a term, ascending: a varint each, the step from the field before times two,
   * plus one where the term stands there more than once. Field = unit × 2, plus 1 for the answer.
   */
  fields(term: string): Uint8Array;
  /**
   * The term's places, field by field: how many, where there is more than one; then the first place
   * and the steps to the next ones. Empty for a single Han character, whose places its pairs have.
   */
  places(term: string): Uint8Array;
}

/** One term while its postings are counted and written. */
interface Slot {
  fieldsAt: number;
  placesAt: number;
  lastField: number;
  /** Occurrences in the field at hand. */
  count: number;
  lastPlace: number;
  /** Where its bytes begin. */
  fieldsFrom: number;
  placesFrom: number;
}

/**
 * Inverts folded texts, one a field.
 *
 * Two passes over the texts, one that counts bytes and one that writes them into two arrays: a list a
 * term would take 9 GB at 50,000 exchanges, as Pagefind's build does.
 */
export function invert(fields: () => Iterable<string>): Postings {
  const slots = new Map<string, Slot>();
  const measure: Sink = { put: (at, value) => at + varintLength(value) };
  pass(fields, slots, measure, measure);
  let fieldBytes = 0;
  let placeBytes = 0;
  for (const slot of slots.values()) {
    const { fieldsAt, placesAt } = slot;
    slot.fieldsFrom = slot.fieldsAt = fieldBytes;
    slot.placesFrom = slot.placesAt = placeBytes;
    slot.lastField = -1;
    fieldBytes += fieldsAt;
    placeBytes += placesAt;
  }
  const fieldList = new Uint8Array(fieldBytes);
  const placeList = new Uint8Array(placeBytes);
  const write = (bytes: Uint8Array): Sink => ({ put: (at, value) => putVarint(bytes, at, value) });
  pass(fields, slots, write(fieldList), write(placeList));
  return {
    terms: [...slots.keys()].sort(),
    fields: (term) => part(fieldList, slots.get(term)?.fieldsFrom, slots.get(term)?.fieldsAt),
    places: (term) => part(placeList, slots.get(term)?.placesFrom, slots.get(term)?.placesAt),
  };
}

const part = (bytes: Uint8Array, from = 0, to = 0): Uint8Array => bytes.subarray(from, to);

/** Where numbers go: counted in the first pass, kept in the second. */
interface Sink {
  put(at: number, value: number): number;
}

function pass(
  fields: () => Iterable<string>,
  slots: Map<string, Slot>,
  fieldSink: Sink,
  placeSink: Sink,
): void {
  let field = 0;
  const found: Slot[] = [];
  const places: number[] = [];
  const take = (term: string, place: number): void => {
    const slot = slotOf(slots, term);
    slot.count++;
    found.push(slot);
    places.push(place);
  };
  for (const text of fields()) {
    found.length = places.length = 0;
    eachTerm(text, take);
    eachHan(text, (term) => take(term, -1));
    found.forEach((slot, i) => {
      const place = places[i] ?? 0;
      if (slot.count > 0) open(slot, field, place, fieldSink, placeSink);
      if (place < 0) return;
      slot.placesAt = placeSink.put(slot.placesAt, place - slot.lastPlace);
      slot.lastPlace = place;
    });
    field++;
  }
}

/** Begins a field in a slot: its step, and how often the term stands in it. */
function open(slot: Slot, field: number, place: number, fieldSink: Sink, placeSink: Sink): void {
  const many = slot.count > 1 ? 1 : 0;
  slot.fieldsAt = fieldSink.put(slot.fieldsAt, (field - slot.lastField) * 2 + many);
  if (many && place >= 0) slot.placesAt = placeSink.put(slot.placesAt, slot.count);
  slot.lastField = field;
  slot.lastPlace = 0;
  slot.count = 0;
}

function slotOf(slots: Map<string, Slot>, term: string): Slot {
  const known = slots.get(term);
  if (known) return known;
  const slot: Slot = {
    fieldsAt: 0,
    placesAt: 0,
    lastField: -1,
    count: 0,
    lastPlace: 0,
    fieldsFrom: 0,
    placesFrom: 0,
  };
  slots.set(term, slot);
  return slot;
}
