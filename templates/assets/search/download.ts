import type { Unit } from '../../../src/search/unit.ts';
import { h } from './dom.ts';

type Row = (string | number)[];

/** A unit's row: who asked and answered, what, and where it is read. */
const rowOf = ({ id, date, source, language, kind, url, turns }: Unit): Row => {
  const said = (side: string): string =>
    turns
      .filter((turn) => turn.side === side)
      .map(({ text }) => text)
      .join('\n');
  const of = (key: 'outlet' | 'speaker'): string =>
    [...new Set(turns.map((turn) => turn[key]).filter(Boolean))].join(' ');
  return [
    id,
    kind,
    date,
    source,
    language,
    of('outlet'),
    of('speaker'),
    said('question'),
    said('answer'),
    new URL(url, location.href).href,
  ];
};
const columns = [
  'id',
  'kind',
  'date',
  'source',
  'language',
  'outlets',
  'speakers',
  'question',
  'answer',
  'url',
];

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: string | number): string =>
  `"${String(value)
    .replace(/^(?=[=+\-@\t\r])/, "'")
    .replace(/"/g, '""')}"`;

/** Found units in a form for other programs: CSV with a byte order mark for spreadsheets, or JSON lines. */
export const forms = {
  CSV: (units: Unit[]): string =>
    `\ufeff${[columns, ...units.map(rowOf)].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`,
  JSONL: (units: Unit[]): string => units.map((unit) => `${JSON.stringify(unit)}\n`).join(''),
};

/** Hands a text to the reader as a file. */
export function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text]));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
