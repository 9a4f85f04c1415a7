import type { Transcript } from '../model/transcript.ts';
import { pushVarint } from './bytes.ts';
import { type CalendarHeader, dayLength } from './calendar.ts';
import type { Unit } from './unit.ts';
import { unitsIn } from './units.ts';

/** A calendar's file and how many units it tells of. */
export interface WrittenCalendar {
  units: number;
  bytes: Uint8Array;
}

/** The calendar's file of a segment: a JSON header, then runs of transcripts and numbers of statements. */
export function writeCalendar(transcripts: Transcript[]): WrittenCalendar {
  const counts: number[] = [];
  const days: number[] = [];
  const editions: string[] = [];
  const statements: number[] = [];
  const characters: Record<string, number> = {};
  let units = 0;
  for (const transcript of transcripts) {
    const own = [...unitsIn(transcript)];
    if (own.length === 0) continue;
    counts.push(own.length);
    days.push(Date.parse(transcript.date) / dayLength);
    editions.push(JSON.stringify([transcript.source, transcript.language]));
    for (const [i, { kind }] of own.entries()) if (kind === 'statement') statements.push(units + i);
    const month = transcript.date.slice(0, 'YYYY-MM'.length);
    characters[month] = (characters[month] ?? 0) + charactersOf(own);
    units += own.length;
  }
  const kinds = [...new Set(editions)];
  const header: CalendarHeader = {
    editions: kinds.map((edition): [string, string] => JSON.parse(edition)),
    runs: counts.length,
    statements: statements.length,
    characters,
  };
  const own = editions.map((edition) => kinds.indexOf(edition));
  return { units, bytes: file(header, [counts, steps(days), own, steps(statements)].flat()) };
}

const steps = (values: number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

const charactersOf = (units: Unit[]): number =>
  units.reduce((sum, { turns }) => turns.reduce((n, { text }) => n + text.length, sum), 0);

function file(header: CalendarHeader, numbers: number[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes: number[] = [];
  pushVarint(bytes, text.length);
  for (const byte of text) bytes.push(byte);
  for (const number of numbers) pushVarint(bytes, number);
  return Uint8Array.from(bytes);
}
