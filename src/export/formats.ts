import type { ExportNames, Portion } from '../model/archive.ts';
import { akomaNtoso } from './akoma-ntoso.ts';
import { csvHead, csvLines, exchangeColumns, turnColumns } from './csv.ts';
import { flatExchanges, flatTurns } from './flat.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { parquet } from './parquet.ts';
import { tei } from './tei.ts';
import { text } from './text.ts';
import { filesOf, oneFile, type Writer } from './writer.ts';

/** What a line of a table is. */
export const units = ['exchange', 'turn', 'tree'] as const;
export type Unit = (typeof units)[number];

/** The formats of one file, by name and by what a line of it is. */
export const tables = {
  jsonl: {
    exchange: () => oneFile('exchanges.jsonl', (it) => jsonl(flatExchanges(it))),
    turn: () => oneFile('turns.jsonl', (it) => jsonl(flatTurns(it))),
    tree: () => oneFile('trees.jsonl', ({ transcripts }) => jsonl(transcripts)),
  },
  csv: {
    exchange: () => sheet('exchanges.csv', flatExchanges, exchangeColumns),
    turn: () => sheet('turns.csv', flatTurns, turnColumns),
  },
} satisfies Record<string, Partial<Record<Unit, () => Writer>>>;

/** The formats of many files, by name. */
export const folders = {
  parquet,
  tei: (names) => filesOf(tei, names),
  'akoma-ntoso': (names) => filesOf(akomaNtoso, names),
  markdown: (names) => filesOf(markdown, names),
  text: (names) => filesOf(text, names),
} satisfies Record<string, (names: ExportNames) => Writer>;

const sheet = <T>(
  path: string,
  rows: (portion: Portion) => Iterable<T>,
  columns: Parameters<typeof csvLines<T>>[1],
): Writer => oneFile(path, (it) => csvLines(rows(it), columns), csvHead(columns));
