import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parquetReadObjects } from 'hyparquet';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { csv, exchangeColumns, turnColumns } from '../../src/export/csv.ts';
import { flatExchanges, flatTranscripts, flatTurns } from '../../src/export/flat.ts';
import { folders } from '../../src/export/formats.ts';
import { markdownOf } from '../../src/export/markdown.ts';
import { selection } from '../../src/export/selection.ts';
import { flatExchange, flatTranscript, flatTurnLine } from '../../src/model/flat.ts';
import { archiveOf, exchangeOf, transcriptOf, twoDays } from '../caldmere.ts';
import { hostile } from './hostile.ts';

/** An archive whose questions and answers are strings that break formats. */
const archive = archiveOf([
  transcriptOf(
    '2031-05-06',
    ...hostile.map((text, n) => exchangeOf(`caldmere/2031-05-06/${n + 1}`, text, [text, 'So.'])),
  ),
]);

test('every flat line fits the schema that is published for it', () => {
  const lines = [...flatExchanges(archive)];
  assert.equal(lines.length, hostile.length);
  for (const line of lines) assert.deepEqual(flatExchange.parse(line), line);
  for (const line of flatTurns(archive)) assert.deepEqual(flatTurnLine.parse(line), line);
  for (const line of flatTranscripts(archive)) assert.deepEqual(flatTranscript.parse(line), line);
});

test('CSV reads back cell by cell, but for the apostrophe that disarms a formula', () => {
  const text = [...csv(flatExchanges(archive), exchangeColumns)].join('');
  assert.equal(text[0], '\ufeff');
  const [head, ...rows] = cellsOf(text.slice(1));
  assert.deepEqual(head, Object.keys(exchangeColumns));
  assert.equal(rows.length, hostile.length);
  const column = head?.indexOf('question') ?? -1;
  for (const [index, row] of rows.entries()) {
    const cell = row[column] ?? '';
    assert.equal(cell.replace(/^'(?=[=+\-@\t\r\n])/, ''), hostile[index]);
    for (const value of row) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
  }
});

test('CSV of turns leaves a missing name empty', () => {
  const [, row] = [...csv(flatTurns(archiveOf(twoDays())), turnColumns)];
  assert.equal(
    row,
    'caldmere/2031-05-06,,caldmere,caldmere-press,2031-05-06,en,0,statement,Ana Quill,Ana Quill,,"Good morning.\nThe harbour opens at noon."\r\n',
  );
});

test('Parquet reads back to the rows, by source and year', async () => {
  const both = archiveOf([...twoDays(), ...archive.transcripts.slice(0, 0)]);
  const files = [...(folders.parquet?.(both) ?? [])];
  assert.deepEqual(
    files.map(({ path }) => path),
    [
      'exchanges/source=caldmere/year=2031/exchanges.parquet',
      'exchanges/source=caldmere/year=2032/exchanges.parquet',
      'turns/source=caldmere/year=2031/turns.parquet',
      'turns/source=caldmere/year=2032/turns.parquet',
    ],
  );
  assert.deepEqual(
    (await rowsOf(files[1]?.bytes)).map((row) => ({ ...row, source: 'caldmere' })),
    [...flatExchanges(both)].slice(2),
  );
});

test('Parquet holds every string', async () => {
  const [file] = folders.parquet?.(archive) ?? [];
  const rows = await rowsOf(file?.bytes);
  assert.deepEqual(
    rows.map(({ parts }) => parts),
    [...flatExchanges(archive)].map(({ parts }) => parts.map((part) => ({ ...part }))),
  );
});

test('Markdown is read back as the same words and the same structure', () => {
  const read = unified().use(remarkParse).use(remarkFrontmatter);
  for (const [index, text] of hostile.entries()) {
    const it = exchangeOf('caldmere/2031-05-06/1', text, ['So.']);
    const root: Root = read.parse(markdownOf(transcriptOf('2031-05-06', it)));
    assert.deepEqual(
      root.children.map(({ type }) => type),
      [
        'yaml',
        'heading',
        'paragraph',
        'paragraph',
        'paragraph',
        'heading',
        'paragraph',
        'paragraph',
      ],
      `string ${index}: ${JSON.stringify(text)}`,
    );
    const said = wordsIn(root.children[6]);
    assert.equal(said, `Harbour Post: ${text.replace(/\s*\n\s*/g, ' ').trim()}`);
  }
});

test('the same archive gives the same bytes in every format', () => {
  for (const [name, format] of Object.entries(folders)) {
    const once = [...format(archive)];
    assert.ok(once.length > 0, name);
    assert.deepEqual([...format(archive)], once, name);
  }
});

test('a selection keeps what is asked for and nothing else', () => {
  const all = archiveOf(twoDays());
  const exchange = 'caldmere/2031-05-06/2';
  all.placements.set(exchange, [{ topic: 'bridges', exchange, strength: 1, reasons: [] }]);
  const ids = (wanted: Parameters<typeof selection>[1]) =>
    [...flatExchanges(selection(all, wanted))].map(({ id }) => id);
  assert.equal(ids({}).length, 4);
  assert.deepEqual(ids({ since: '2032-01-02' }), [
    'caldmere/2032-01-02/1',
    'caldmere/2032-01-02/2',
  ]);
  assert.deepEqual(ids({ since: '2032-01-03' }), []);
  assert.deepEqual(ids({ source: 'elsewhere' }), []);
  assert.deepEqual(ids({ topic: 'bridges' }), [exchange]);
  assert.equal([...flatTurns(selection(all, { topic: 'bridges' }))].length, 2);
});

/** The cells of a CSV text by RFC 4180, read in another way than they are written. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

async function rowsOf(bytes: string | Uint8Array | undefined): Promise<Record<string, unknown>[]> {
  assert.ok(bytes instanceof Uint8Array);
  const file = bytes.slice().buffer;
  return parquetReadObjects({ file });
}

function wordsIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('value' in node) return String(node.value);
  return 'children' in node && Array.isArray(node.children)
    ? node.children.map(wordsIn).join('')
    : '';
}
