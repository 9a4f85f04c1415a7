import { Reader } from './bytes.ts';

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

/** When and where the units of a segment were said. */
export interface Calendar {
  runs: Run[];
  /** Numbers of the units that are statements. */
  statements: Set<number>;
  /** `YYYY-MM` → characters said, both sides. */
  characters: Record<string, number>;
}

/** The part of a calendar's file that is JSON. */
export interface CalendarHeader {
  /** Source and language of runs. */
  editions: [source: string, language: string][];
  runs: number;
  statements: number;
  characters: Record<string, number>;
}

/** Milliseconds of a day. */
export const dayLength = 86_400_000;

/** Reads a calendar's file, as `writeCalendar` wrote it. */
export function readCalendar(bytes: Uint8Array): Calendar {
  const reader = new Reader(bytes);
  const { editions, ...header }: CalendarHeader = JSON.parse(reader.text());
  const counts = reader.varints(header.runs);
  const steps = reader.varints(header.runs);
  const own = reader.varints(header.runs);
  let unit = 0;
  let day = 0;
  const runs = counts.map((units, i): Run => {
    const first = unit;
    unit += units;
    day += steps[i] ?? 0;
    const [source, language] = editions[own[i] ?? 0] ?? ['', ''];
    const date = new Date(day * dayLength).toISOString().slice(0, 10);
    return { first, units, date, source, language };
  });
  let statement = 0;
  const statements = reader.varints(header.statements).map((step) => {
    statement += step;
    return statement;
  });
  return { runs, statements: new Set(statements), characters: header.characters };
}
