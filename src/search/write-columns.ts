import { pushVarint } from './bytes.ts';
import { type ColumnName, type ColumnsHeader, columnNames, dayLength } from './columns.ts';
import type { PlacedUnit } from './units.ts';

/** The columns file of a segment: a JSON header with the distinct values, then varints column by column. */
export function writeColumns(units: PlacedUnit[]): Uint8Array {
  const columns = {
    outlet: writeSets(units.map(({ outlets }) => outlets)),
    speaker: writeSets(units.map(({ speakers }) => speakers)),
    topic: writeSets(units.map(({ topics }) => topics)),
  };
  const runs = runsOf(units);
  const editions = [...new Set(runs.map(({ edition }) => edition))];
  const statements = units.flatMap(({ unit }, i) => (unit.kind === 'statement' ? [i] : []));
  const header: ColumnsHeader = {
    editions: editions.map((edition): [string, string] => JSON.parse(edition)),
    runs: runs.length,
    units: units.length,
    statements: statements.length,
    characters: charactersOf(units),
    sets: { outlet: columns.outlet.sets, speaker: columns.speaker.sets, topic: columns.topic.sets },
  };
  const bytes: number[] = [];
  const text = new TextEncoder().encode(JSON.stringify(header));
  pushVarint(bytes, text.length);
  for (const byte of text) bytes.push(byte);
  for (const { count } of runs) pushVarint(bytes, count);
  for (const step of steps(runs.map(({ day }) => day))) pushVarint(bytes, step);
  for (const { edition } of runs) pushVarint(bytes, editions.indexOf(edition));
  for (const step of steps(statements)) pushVarint(bytes, step);
  for (const name of columnNames)
    for (const code of codesOf(columns, name)) pushVarint(bytes, code);
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
function codesOf(columns: Record<ColumnName, Sets>, name: ColumnName): number[] {
  const { of } = columns[name];
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
