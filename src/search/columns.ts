import { Reader } from './bytes.ts';

/** One value, or set of values, for each unit of a segment. */
export interface Column {
  /** The distinct sets, most frequent first. */
  sets: string[][];
  /** Unit → index into `sets`. */
  of: number[];
}

/** Units of one transcript, side by side. */
export interface Run {
  /** Number of its first unit. */
  first: number;
  units: number;
  /** YYYY-MM-DD */
  date: string;
  source: string;
  language: string;
}

/** The columns that facets count, in the order of their file. */
export const columnNames = ['outlet', 'speaker', 'topic'] as const;
export type ColumnName = (typeof columnNames)[number];

/** What the archive knows about the units of a segment, apart from their words. */
export interface Columns extends Record<ColumnName, Column> {
  runs: Run[];
  /** Numbers of the units that are statements. */
  statements: Set<number>;
  /** `YYYY-MM` → characters said, both sides. */
  characters: Record<string, number>;
}

/** The part of a columns file that is JSON. */
export interface ColumnsHeader {
  /** Source and language of runs. */
  editions: [source: string, language: string][];
  runs: number;
  units: number;
  statements: number;
  characters: Record<string, number>;
  sets: Record<ColumnName, string[][]>;
}

/** Milliseconds of a day. */
export const dayLength = 86_400_000;

/** Reads a columns file, as `writeColumns` wrote it. */
export function readColumns(bytes: Uint8Array): Columns {
  const reader = new Reader(bytes);
  const header: ColumnsHeader = JSON.parse(reader.text());
  const times = (count: number): number[] => Array.from({ length: count }, () => reader.varint());
  const counts = times(header.runs);
  const steps = times(header.runs);
  const editions = times(header.runs);
  let unit = 0;
  let day = 0;
  const runs = counts.map((units, i): Run => {
    const first = unit;
    unit += units;
    day += steps[i] ?? 0;
    const [source, language] = header.editions[editions[i] ?? 0] ?? ['', ''];
    return {
      first,
      units,
      date: new Date(day * dayLength).toISOString().slice(0, 10),
      source,
      language,
    };
  });
  let statement = 0;
  const statements = new Set(
    times(header.statements).map((step) => {
      statement += step;
      return statement;
    }),
  );
  const column = (name: ColumnName): Column => {
    let last = 0;
    const of = times(header.units).map((code) => {
      if (code > 0) last = code - 1;
      return last;
    });
    return { sets: header.sets[name], of };
  };
  return {
    runs,
    statements,
    characters: header.characters,
    outlet: column('outlet'),
    speaker: column('speaker'),
    topic: column('topic'),
  };
}
