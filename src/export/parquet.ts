import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FlatExchange, FlatTurnLine } from '../model/flat.ts';
import type { ExportFile } from './export-file.ts';
import { type Flattened, flatExchanges, flatTurns } from './flat.ts';

type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>;
type Repetition = 'REQUIRED' | 'OPTIONAL';

const text = (name: string, repetition_type: Repetition = 'REQUIRED'): Schema => [
  { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type },
];

const list = (name: string, element: Schema): Schema => [
  { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
];

const group = (name: string, fields: Schema[]): Schema => [
  { name, repetition_type: 'REQUIRED', num_children: fields.length },
  ...fields.flat(),
];

const turnFields = [
  text('kind'),
  text('label', 'OPTIONAL'),
  text('speaker', 'OPTIONAL'),
  text('outlet', 'OPTIONAL'),
  text('text'),
];

/** `source` and `year` are not columns: the folders say them, as Hive and its readers expect. */
const exchangeFields: Schema[] = [
  ...['id', 'url', 'transcript', 'institution', 'pageUrl', 'date', 'language', 'title', 'n'].map(
    (name) => text(name),
  ),
  list('turns', group('element', turnFields)),
  list('parts', group('element', [text('question'), text('answer')])),
  list('topics', text('element')),
  list('flags', text('element')),
];

const turnLineFields: Schema[] = [
  text('transcript'),
  text('exchange', 'OPTIONAL'),
  ...['institution', 'date', 'language'].map((name) => text(name)),
  [{ name: 'position', type: 'INT32', repetition_type: 'REQUIRED' }],
  ...turnFields,
];

/**
 * Exchanges and turns as Parquet, `<unit>/source=<source>/year=<year>/<unit>.parquet`: the Hive
 * layout that DuckDB, Spark, Polars and pandas read as one table.
 */
export function* parquet(archive: Flattened): Generator<ExportFile> {
  yield* tables('exchanges', flatExchanges(archive), exchangeFields);
  yield* tables('turns', flatTurns(archive), turnLineFields);
}

function* tables<T extends FlatExchange | FlatTurnLine>(
  unit: string,
  rows: Iterable<T>,
  fields: Schema[],
): Generator<ExportFile> {
  const folders = new Map<string, T[]>();
  for (const row of rows) {
    const folder = `source=${row.source}/year=${row.date.slice(0, 4)}`;
    const there = folders.get(folder);
    if (there) there.push(row);
    else folders.set(folder, [row]);
  }
  for (const [folder, there] of [...folders].sort(([a], [b]) => Number(a > b) - Number(a < b))) {
    yield { path: `${unit}/${folder}/${unit}.parquet`, bytes: table(there, fields) };
  }
}

function table(rows: object[], fields: Schema[]): Uint8Array {
  const names = fields.flatMap(([field]) => field?.name ?? []);
  return new Uint8Array(
    parquetWriteBuffer({
      schema: group('root', fields),
      columnData: names.map((name) => ({
        name,
        data: rows.map((row): unknown => Reflect.get(row, name)),
      })),
      createdBy: 'lectern',
    }),
  );
}
