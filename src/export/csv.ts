import type { FlatExchange, FlatTurnLine } from '../model/flat.ts';
import { withoutControls } from '../model/visible.ts';

/** Columns of a table: a name and what a row has there. */
type Columns<T> = Record<string, (row: T) => string | number | null>;

const listed = (values: (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null))].join('; ');

/** The columns of exchanges: what is a list elsewhere is joined by `; `, the words by blank lines. */
export const exchangeColumns: Columns<FlatExchange> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  transcript: ({ transcript }) => transcript,
  source: ({ source }) => source,
  institution: ({ institution }) => institution,
  pageUrl: ({ pageUrl }) => pageUrl,
  date: ({ date }) => date,
  language: ({ language }) => language,
  title: ({ title }) => title,
  n: ({ n }) => n,
  askers: ({ turns }) =>
    listed(turns.map(({ kind, label }) => (kind === 'question' ? label : null))),
  outlets: ({ turns }) => listed(turns.map(({ outlet }) => outlet)),
  speakers: ({ turns }) =>
    listed(turns.map(({ kind, speaker }) => (kind === 'answer' ? speaker : null))),
  question: ({ turns }) => said(turns, 'question'),
  answer: ({ turns }) => said(turns, 'answer'),
  topics: ({ topics }) => listed(topics),
  flags: ({ flags }) => listed(flags),
};

/** The columns of turns. */
export const turnColumns: Columns<FlatTurnLine> = {
  transcript: ({ transcript }) => transcript,
  exchange: ({ exchange }) => exchange,
  source: ({ source }) => source,
  institution: ({ institution }) => institution,
  date: ({ date }) => date,
  language: ({ language }) => language,
  position: ({ position }) => position,
  kind: ({ kind }) => kind,
  label: ({ label }) => label,
  speaker: ({ speaker }) => speaker,
  outlet: ({ outlet }) => outlet,
  text: ({ text }) => text,
};

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens as it is: a byte-order mark, for Excel reads
 * UTF-8 by it, and an apostrophe before a cell that a spreadsheet would take for a formula.
 */
export function* csv<T>(rows: Iterable<T>, columns: Columns<T>): Generator<string> {
  yield csvHead(columns);
  yield* csvLines(rows, columns);
}

/** What a CSV begins with: the byte-order mark and the names of its columns. */
export const csvHead = <T>(columns: Columns<T>): string => `\ufeff${line(Object.keys(columns))}`;

/** The lines of a CSV below its head. */
export function* csvLines<T>(rows: Iterable<T>, columns: Columns<T>): Generator<string> {
  const cells = Object.values(columns);
  for (const row of rows) yield line(cells.map((cell) => cell(row)));
}

const line = (cells: (string | number | null)[]): string => `${cells.map(quoted).join(',')}\r\n`;

function quoted(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = withoutControls(value);
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function said(turns: FlatExchange['turns'], kind: 'question' | 'answer'): string {
  return turns
    .filter((turn) => turn.kind === kind)
    .map(({ text }) => text)
    .join('\n\n');
}
