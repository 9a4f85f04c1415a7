import type { Archive } from '../model/archive.ts';
import { akomaNtoso } from './akoma-ntoso.ts';
import { csv, exchangeColumns, turnColumns } from './csv.ts';
import type { ExportFile } from './export-file.ts';
import { flatExchanges, flatTurns } from './flat.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { parquet } from './parquet.ts';
import { tei } from './tei.ts';
import { text } from './text.ts';

/** What a line of a table is. */
export type Unit = 'exchange' | 'turn';

/** A format of one file, written in pieces. */
export type Table = (archive: Archive, unit: Unit) => Iterable<string>;

/** A format of many files below one folder. */
export type Files = (archive: Archive) => Iterable<ExportFile>;

/** The formats of one file, by name. */
export const tables: Record<string, Table> = {
  jsonl: (archive, unit) => jsonl(unit === 'turn' ? flatTurns(archive) : flatExchanges(archive)),
  csv: (archive, unit) =>
    unit === 'turn'
      ? csv(flatTurns(archive), turnColumns)
      : csv(flatExchanges(archive), exchangeColumns),
};

/** The formats of many files, by name. */
export const folders: Record<string, Files> = {
  parquet,
  tei,
  'akoma-ntoso': akomaNtoso,
  markdown,
  text,
};
