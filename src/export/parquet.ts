import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { FlatExchange, FlatTurnLine } from '../model/flat.ts';
import type { Piece } from '../model/piece.ts';
import { flatExchanges, flatTurns } from './flat.ts';
import type { Writer } from './writer.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
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

/** Rows of a file are encoded together by so many: about 4 MB of exchanges. */
const groupSize = 1000;

/**
 * Exchanges and turns as Parquet, `<unit>/source=<source>/year=<year>/<unit>.parquet`: the Hive
 * layout that DuckDB, Spark, Polars and pandas read as one table. A source that comes back to a year
 * after another one begins a second file there.
 */
export function parquet(): Writer {
  const exchanges = new Partitions('exchanges', exchangeFields);
  const turns = new Partitions('turns', turnLineFields);
  return {
    *take(portion) {
      for (const row of flatExchanges(portion)) yield* exchanges.add(row);
      for (const row of flatTurns(portion)) yield* turns.add(row);
    },
    *end() {
      yield* exchanges.end();
      yield* turns.end();
    },
  };
}

/** The files of one unit; of each source one is open, that of the year at hand. */
class Partitions<Row extends FlatExchange | FlatTurnLine> {
  readonly #unit: string;
  readonly #fields: Schema[];
  readonly #open = new Map<string, Partition<Row>>();
  readonly #begun = new Map<string, number>();

  constructor(unit: string, fields: Schema[]) {
    this.#unit = unit;
    this.#fields = fields;
  }

  *add(row: Row): Generator<Piece> {
    const year = row.date.slice(0, 4);
    const before = this.#open.get(row.source);
    if (before && before.year !== year) yield before.end();
    const partition = before?.year === year ? before : this.begin(row.source, year);
    yield* partition.add(row);
  }

  *end(): Generator<Piece> {
    for (const partition of this.#open.values()) yield partition.end();
  }

  private begin(source: string, year: string): Partition<Row> {
    const folder = `${this.#unit}/source=${source}/year=${year}`;
    const count = (this.#begun.get(folder) ?? 0) + 1;
    this.#begun.set(folder, count);
    const name = count === 1 ? this.#unit : `${this.#unit}-${count}`;
    const partition = new Partition<Row>(`${folder}/${name}.parquet`, year, this.#fields);
    this.#open.set(source, partition);
    return partition;
  }
}

/** One Parquet file: rows wait until there are enough for a group. */
class Partition<Row extends object> {
  readonly year: string;
  readonly #path: string;
  readonly #names: string[];
  readonly #bytes = new Drained();
  readonly #file: ParquetWriter;
  #rows: Row[] = [];

  constructor(path: string, year: string, fields: Schema[]) {
    this.year = year;
    this.#path = path;
    this.#names = fields.flatMap(([field]) => field?.name ?? []);
    const schema = group('root', fields);
    this.#file = new ParquetWriter({ writer: this.#bytes, schema, createdBy: 'lectern' });
  }

  *add(row: Row): Generator<Piece> {
    this.#rows.push(row);
    if (this.#rows.length < groupSize) return;
    this.encode();
    yield { path: this.#path, bytes: this.#bytes.drain(), last: false };
  }

  end(): Piece {
    if (this.#rows.length > 0) this.encode();
    this.#file.finish();
    return { path: this.#path, bytes: this.#bytes.drain(), last: true };
  }

  private encode(): void {
    const columnData = this.#names.map((name) => ({
      name,
      data: this.#rows.map((row): unknown => Reflect.get(row, name)),
    }));
    this.#file.write({ columnData, rowGroupSize: groupSize });
    this.#rows = [];
  }
}

/** Bytes that are taken away as they come, while offsets go on counting from the file's beginning. */
class Drained extends ByteWriter {
  drain(): Uint8Array {
    const bytes = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return bytes;
  }
}
