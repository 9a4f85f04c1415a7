import { pushVarint } from './bytes.ts';
import { type CalendarHeader, type ColumnsHeader, columnNames, dayLength } from './columns.ts';
import type { PlacedUnit } from './units.ts';

/** The columns file of a segment: a JSON header with the distinct values, then varints column by column. */
export function writeColumns(units: PlacedUnit[]): Uint8Array {
  const columns = {
    outlet: writeSets(units.map(({ outlets }) => outlets)),
    speaker: writeSets(units.map(({ speakers }) => speakers)),
    topic: writeSets(units.map(({ topics }) => topics)),
  };
  const { outlet, speaker, topic } = columns;
  const sets = { outlet: outlet.sets, speaker: speaker.sets, topic: topic.sets };
  const header: ColumnsHeader = { units: units.length, sets };
  return file(
    header,
    columnNames.flatMap((name) => codesOf(columns[name])),
  );
}

/** The calendar's file of a segment: a JSON header, then runs of transcripts and numbers of statements. */
export function writeCalendar(units: PlacedUnit[]): Uint8Array {
  const runs = runsOf(units);
  const editions = [...new Set(runs.map(({ edition }) => edition))];
  const statements = units.flatMap(({ unit }, i) => (unit.kind === 'statement' ? [i] : []));
  const header: CalendarHeader = {
    editions: editions.map((edition): [string, string] => JSON.parse(edition)),
    runs: runs.length,
    statements: statements.length,
    characters: charactersOf(units),
  };
  return file(header, [
    ...runs.map(({ count }) => count),
    ...steps(runs.map(({ day }) => day)),
    ...runs.map(({ edition }) => editions.indexOf(edition)),
    ...steps(statements),
  ]);
}

function file(header: CalendarHeader | ColumnsHeader, numbers: number[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes: number[] = [];
  pushVarint(bytes, text.length);
  for (const byte of text) bytes.push(byte);
  for (const number of numbers) pushVarint(bytes, number);
  return Uint8Array.from(bytes);
}

const steps = (values: number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

interface Sets {
  sets: string[][];
  of: number[];
}

/** Numbers the distinct sets, the most frequent first so that most codes take one byte. */
function writeSets(values: string[][]): Sets {
  const counts = new Map<string, number>();
  const keys = values.map((set) => JSON.stringify([...set].sort()));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const byCount = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([key]) => key);
  const numbers = new Map(byCount.map((key, i) => [key, i]));
  return {
    sets: byCount.map((key) => JSON.parse(key)),
    of: keys.map((key) => numbers.get(key) ?? 0),
  };
}

/** 0 = as the unit before, else the set's number plus one. */
function codesOf({ of }: Sets): number[] {
  return of.map((set, i) => (set === (of[i - 1] ?? 0) ? 0 : set + 1));
}

interface WrittenRun {
  transcript: string;
  count: number;
  /** Days since 1970-01-01. */
  day: number;
  /** JSON of source and language. */
  edition: string;
}

function runsOf(units: PlacedUnit[]): WrittenRun[] {
  const runs: WrittenRun[] = [];
  for (const { unit, transcript } of units) {
    const last = runs.at(-1);
    if (last?.transcript === transcript) {
      last.count++;
      continue;
    }
    const day = Date.parse(unit.date) / dayLength;
    runs.push({ transcript, count: 1, day, edition: JSON.stringify([unit.source, unit.language]) });
  }
  return runs;
}

function charactersOf(units: PlacedUnit[]): Record<string, number> {
  const months: Record<string, number> = {};
  for (const { unit } of units) {
    const month = unit.date.slice(0, 7);
    const said = unit.turns.reduce((sum, { text }) => sum + text.length, 0);
    months[month] = (months[month] ?? 0) + said;
  }
  return months;
}
