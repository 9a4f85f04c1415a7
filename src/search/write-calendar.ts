import type { Transcript } from '../model/transcript.ts';
import { pushVarint } from './bytes.ts';
import { type CalendarHeader, dayLength } from './calendar.ts';
import type { Unit } from './unit.ts';
import { unitsIn } from './units.ts';

/** The calendar's file of a segment: a JSON header, then runs of transcripts and numbers of statements. */
export function writeCalendar(transcripts: Transcript[]): Uint8Array {
  const runs = transcripts
    .map((transcript) => ({ transcript, units: [...unitsIn(transcript)] }))
    .filter(({ units }) => units.length > 0);
  const units = runs.flatMap((run) => run.units);
  const editionOf = ({ source, language }: Transcript): string =>
    JSON.stringify([source, language]);
  const editions = [...new Set(runs.map(({ transcript }) => editionOf(transcript)))];
  const statements = units.flatMap(({ kind }, i) => (kind === 'statement' ? [i] : []));
  const header: CalendarHeader = {
    editions: editions.map((edition): [string, string] => JSON.parse(edition)),
    runs: runs.length,
    statements: statements.length,
    characters: charactersOf(units),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes: number[] = [];
  pushVarint(bytes, text.length);
  for (const byte of text) bytes.push(byte);
  for (const number of [
    ...runs.map((run) => run.units.length),
    ...steps(runs.map(({ transcript }) => Date.parse(transcript.date) / dayLength)),
    ...runs.map(({ transcript }) => editions.indexOf(editionOf(transcript))),
    ...steps(statements),
  ]) {
    pushVarint(bytes, number);
  }
  return Uint8Array.from(bytes);
}

const steps = (values: number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

function charactersOf(units: Unit[]): Record<string, number> {
  const months: Record<string, number> = {};
  for (const { date, turns } of units) {
    const month = date.slice(0, 7);
    const said = turns.reduce((sum, { text }) => sum + text.length, 0);
    months[month] = (months[month] ?? 0) + said;
  }
  return months;
}
