import { pushVarint, Reader } from './bytes.ts';

/** UTF-16 units: the order of terms is theirs, so a separator may end in half a character. */
const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/**
 * A short text that is behind one term and not behind the next: enough to tell two chunks apart.
 * Its last unit is as round a number as fits between them, because round numbers pack well.
 */
export function separator(before: string, first: string): string {
  const others = unitsOf(before);
  const units = unitsOf(first);
  const differing = units.findIndex((unit, i) => unit !== others[i]);
  const last = roundest((others[differing] ?? 0) + 1, units[differing] ?? 0);
  return first.slice(0, differing) + String.fromCharCode(last);
}

/** The number of a range with the most zero bits at its end. */
function roundest(from: number, to: number): number {
  for (let step = 1 << 15; step > 1; step >>= 1) {
    const round = Math.ceil(from / step) * step;
    if (round <= to) return round;
  }
  return to;
}

/** Sorted texts: their lengths, then column by column their units as steps from the text before. */
export function writeSeparators(texts: string[]): Uint8Array {
  const rows = texts.map(unitsOf);
  const bytes: number[] = [];
  pushVarint(bytes, rows.length);
  for (const row of rows) pushVarint(bytes, row.length);
  for (let column = 0; column < longest(rows.map(({ length }) => length)); column++) {
    for (const [i, row] of rows.entries()) {
      const unit = row[column];
      if (unit !== undefined) pushVarint(bytes, unit - base(rows, i, column));
    }
  }
  return Uint8Array.from(bytes);
}

/** Reads what `writeSeparators` wrote. */
export function readSeparators(bytes: Uint8Array): string[] {
  const reader = new Reader(bytes);
  const lengths = Array.from({ length: reader.varint() }, () => reader.varint());
  const rows: number[][] = lengths.map(() => []);
  for (let column = 0; column < longest(lengths); column++) {
    for (const [i, row] of rows.entries()) {
      if (column < (lengths[i] ?? 0)) row.push(reader.varint() + base(rows, i, column));
    }
  }
  return rows.map((row) => String.fromCharCode(...row));
}

const longest = (lengths: number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);

/** What a unit is counted from: the one above it, where all before them are the same, else 0. */
function base(rows: number[][], i: number, column: number): number {
  const row = rows[i] ?? [];
  const above = rows[i - 1] ?? [];
  const same = row.slice(0, column).every((unit, j) => unit === above[j]);
  return same ? (above[column] ?? 0) : 0;
}
