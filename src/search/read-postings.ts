import { Reader } from './bytes.ts';

/** Field numbers of a posting, ascending. */
export function readFields(bytes: Uint8Array): number[] {
  const reader = new Reader(bytes);
  const fields: number[] = [];
  let field = -1;
  while (!reader.done) {
    field += reader.varint() >> 1;
    fields.push(field);
  }
  return fields;
}

/** Places of a term in each field that is asked for; see `Postings` for the bytes. */
export function readPlaces(
  fieldBytes: Uint8Array,
  placeBytes: Uint8Array,
  wanted: (field: number) => boolean,
): Map<number, number[]> {
  const fields = new Reader(fieldBytes);
  const places = new Reader(placeBytes);
  const found = new Map<number, number[]>();
  let field = -1;
  while (!fields.done) {
    const step = fields.varint();
    field += step >> 1;
    let left = step & 1 ? places.varint() : 1;
    let place = 0;
    const own: number[] = [];
    for (; left > 0; left--) {
      place += places.varint();
      own.push(place);
    }
    if (wanted(field)) found.set(field, own);
  }
  return found;
}
