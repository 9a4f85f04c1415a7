import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parquetReadObjects } from 'hyparquet';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { csv, exchangeColumns, turnColumns } from '../../src/export/csv.ts';
import { flatExchanges, flatTranscripts, flatTurns } from '../../src/export/flat.ts';
import { folders, tables } from '../../src/export/formats.ts';
import { markdownOf } from '../../src/export/markdown.ts';
import { parquet } from '../../src/export/parquet.ts';
import { selection } from '../../src/export/selection.ts';
import { text } from '../../src/export/text.ts';
import { flatExchange, flatTranscript, flatTurnLine } from '../../src/model/flat.ts';
import { transcript } from '../../src/model/transcript.ts';
import { archiveOf, exchangeOf, transcriptOf, twoDays } from '../caldmere.ts';
import { cellsOf } from './csv-cells.ts';
import { filesBy, gathered } from './gathered.ts';
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
  const both = archiveOf(twoDays());
  const files = await filesBy(parquet, both);
  assert.deepEqual([...files.keys()].sort(), [
    'exchanges/source=caldmere/year=2031/exchanges.parquet',
    'exchanges/source=caldmere/year=2032/exchanges.parquet',
    'turns/source=caldmere/year=2031/turns.parquet',
    'turns/source=caldmere/year=2032/turns.parquet',
  ]);
  const rows = await rowsOf(files.get('exchanges/source=caldmere/year=2032/exchanges.parquet'));
  assert.deepEqual(
    rows.map((row) => ({ ...row, source: 'caldmere' })),
    [...flatExchanges(both)].slice(2),
  );
});

test('Parquet of more rows than one group holds reads back whole and in order', async () => {
  const days = Array.from({ length: 300 }, (_, n) => {
    const id = `caldmere/2031-05-06-${n + 2}`;
    const exchanges = ['1', '2', '3', '4'].map((it) =>
      exchangeOf(`${id}/${it}`, 'When?', ['Now.']),
    );
    return { ...transcriptOf('2031-05-06', ...exchanges), id };
  });
  const many = archiveOf(days);
  const files = await filesBy(parquet, many);
  const rows = await rowsOf(files.get('exchanges/source=caldmere/year=2031/exchanges.parquet'));
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...flatExchanges(many)].map(({ id }) => id),
  );
  assert.equal(rows.length, 1200);
});

test('a source that comes back to a year begins a second file there', async () => {
  const [first, second] = twoDays();
  assert.ok(first && second, 'two days');
  const back = { ...first, id: 'caldmere/2032-03-04', children: second.children };
  const files = await filesBy(parquet, archiveOf([first, second, back]));
  const paths = [...files.keys()].filter((path) => path.includes('year=2031'));
  assert.deepEqual(paths.sort(), [
    'exchanges/source=caldmere/year=2031/exchanges-2.parquet',
    'exchanges/source=caldmere/year=2031/exchanges.parquet',
    'turns/source=caldmere/year=2031/turns-2.parquet',
    'turns/source=caldmere/year=2031/turns.parquet',
  ]);
});

test('Parquet holds every string', async () => {
  const files = await filesBy(parquet, archive);
  const rows = await rowsOf(files.get('exchanges/source=caldmere/year=2031/exchanges.parquet'));
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

test('the same archive gives the same bytes in every format', async () => {
  for (const [name, format] of Object.entries(folders)) {
    const once = await filesBy(format, archive);
    assert.ok(once.size > 0, name);
    assert.deepEqual(await filesBy(format, archive), once, name);
  }
});

test('a table is the same from one portion as from many, and has its head when it is empty', async () => {
  for (const open of Object.values(tables).flatMap((units) => Object.values(units))) {
    const all = archiveOf(twoDays());
    const [[path, bytes] = []] = await filesBy(open, all);
    const whole = await gathered(open(), [all]);
    assert.deepEqual([...whole], [[path, bytes]]);
    const [empty] = [...(await filesBy(open, archiveOf([]))).values()];
    assert.equal(empty?.length === 0, path?.endsWith('.jsonl'));
  }
});

test('a line of a tree is the stored transcript, byte for byte', async () => {
  const [bytes] = [...(await filesBy(() => tables.jsonl.tree(), archive)).values()];
  const [line = ''] = String(bytes).split('\n');
  assert.equal(
    JSON.stringify(transcript.parse(JSON.parse(line)), null, 2),
    JSON.stringify(archive.transcripts[0], null, 2),
  );
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

async function rowsOf(bytes: Uint8Array | undefined): Promise<Record<string, unknown>[]> {
  assert.ok(bytes, 'the file is there');
  const file = new Uint8Array(bytes).buffer;
  return parquetReadObjects({ file });
}

function wordsIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('value' in node) return String(node.value);
  return 'children' in node && Array.isArray(node.children)
    ? node.children.map(wordsIn).join('')
    : '';
}

test('control characters of a record are codes in text, Markdown and tables; its direction marks stay', () => {
  const words = 'bell\u0007 screen\u001b[2J\u009b31m deleted\u007f \u202bعربي\u202c';
  const day = transcriptOf('2031-05-06', exchangeOf('caldmere/2031-05-06/1', words, [words]));
  const archive = archiveOf([{ ...day, title: words }]);
  const [plain = ''] = [...text(archive)].map(({ bytes }) => String(bytes));
  const printed = [plain, markdownOf(archive.transcripts[0] ?? day)];
  printed.push([...csv(flatExchanges(archive), exchangeColumns)].join(''));
  for (const it of printed) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to look for
    assert.doesNotMatch(it, /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
    assert.match(it, /screen\\{1,2}u001b/);
    assert.ok(it.includes('\u202bعربي\u202c'));
  }
});
