import type { SearchIndex } from '../../../src/search/engine.ts';
import { everyUnit } from '../../../src/search/every-unit.ts';
import type { Unit } from '../../../src/search/unit.ts';
import { h } from './dom.ts';
import { count, sayFault } from './say.ts';

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
const forms = {
  CSV: (units: Unit[]): string =>
    `\ufeff${[columns, ...units.map(rowOf)].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`,
  JSONL: (units: Unit[]): string => units.map((unit) => `${JSON.stringify(unit)}\n`).join(''),
};

/** Fetches everything that a query finds and hands it over as a file; how far it is stands on the button. */
export async function download(
  index: SearchIndex,
  query: string,
  form: keyof typeof forms,
  button: HTMLButtonElement,
): Promise<void> {
  button.disabled = true;
  try {
    const units = await everyUnit(index, query, (done, all) => {
      button.textContent = `${form} ${count(done)}/${count(all)}`;
    });
    save(`search.${form.toLowerCase()}`, forms[form](units));
    button.textContent = form;
  } catch (fault) {
    button.textContent = `${form}: ${sayFault(fault)}`;
  }
  button.disabled = false;
}

/** Hands a text to the reader as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text]));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
