import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import { markdownPrinter } from '../../src/export/markdown.ts';
import { pack } from '../../src/export/pack.ts';
import { citation, dataPackage, Held } from '../../src/export/package-files.ts';
import { xmlText } from '../../src/export/xml.ts';
import type { Archive } from '../../src/model/archive.ts';
import { type Source, source } from '../../src/model/source.ts';
import { type Transcript, transcript } from '../../src/model/transcript.ts';
import { withoutControls } from '../../src/model/visible.ts';
import { archiveOf, exchangeOf, transcriptOf } from '../caldmere.ts';
import { needTool } from '../debian.ts';
import { cellsOf } from '../export/csv-cells.ts';
import { filesBy, namesOf } from '../export/gathered.ts';
import { officially } from '../export/official.ts';
import { turnsIn } from '../export/turns-in.ts';
import { aknTurns, teiTurns } from '../export/xml-turns.ts';

const data = path.resolve(import.meta.dirname, '../../../shared/testdata');
const strings: string[] = JSON.parse(readFileSync(path.join(data, 'naughty/blns.json'), 'utf8'));
// A page always has a title and a turn words; what is empty is refused where it is read.
const naughty = [
  ...strings.filter((it) => it !== ''),
  'a\u0000b\u001bc\ud800d\udc00',
  ']]>',
  '长'.repeat(5000),
  '__proto__',
];

/** A transcript of which every field that holds text holds this one. */
function transcriptSaying(words: string, at: number): Transcript {
  const date = new Date(Date.UTC(2031, 0, 1 + at)).toISOString().slice(0, 10);
  const made = transcriptOf(date, exchangeOf(`caldmere/${date}/1`, words, [words, words]));
  const text = JSON.stringify(made, (key, value) =>
    ['label', 'speaker', 'value', 'title', 'publisher'].includes(key) && value !== null
      ? words
      : value,
  );
  return transcript.parse({ ...JSON.parse(text), spokespersons: [words] });
}

/** An archive of which every name is this one. */
function archiveNamed(words: string, transcripts: Transcript[]): Archive {
  const archive = archiveOf(transcripts);
  const names = { 'zh-Hans': words, en: words };
  const outlets = [...archive.outlets].map(([id, it]) => [id, { ...it, names }] as const);
  const topic = { id: 'ships', names, phrases: {}, path: '', description: words };
  const exchange = transcripts[0]?.children.find(({ type }) => type === 'exchange');
  const id = exchange && 'id' in exchange ? exchange.id : '';
  return {
    ...archive,
    site: { ...archive.site, title: names, description: names },
    outlets: new Map(outlets),
    sources: new Map([['caldmere', sourceNamed(words)]]),
    topics: new Map([['ships', topic]]),
    placements: new Map([[id, [{ topic: 'ships', exchange: id, strength: 1, reasons: [] }]]]),
  };
}

const sourceNamed = (words: string): Source =>
  source.parse({
    ...{ id: 'caldmere', institution: 'caldmere-press', publisher: words, language: 'en' },
    names: { 'zh-Hans': words, en: words },
    timeZone: 'UTC',
    verified: false,
    urls: ['press.caldmere.example/*'],
    rights: { statement: words, url: null, redistribute: 'no' },
    dialect: 'english-colon',
  });

async function* none() {}
const worst = `]]>"'<b>&=1+1\u0000\ud800 | \`x\` ${'长'.repeat(2000)}`;
const archive = archiveNamed(worst, naughty.map(transcriptSaying));
const files = await filesBy((names) => pack(names, none), archive);
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-naughty-'));
after(() => rmSync(folder, { recursive: true }));
const text = (name: string) => String(files.get(name) ?? assert.fail(`no ${name}`));
const unzipped = (name: string): [string, string][] =>
  Object.entries(unzipSync(files.get(`${name}.zip`) ?? new Uint8Array())).map(([file, bytes]) => [
    file,
    Buffer.from(bytes).toString(),
  ]);
/** What UTF-8 can hold: half a pair becomes U+FFFD. */
const utf8 = (words: string) => Buffer.from(words).toString();

test('every line of every table fits its schema, and the words are as they went in', (t) => {
  t.diagnostic(`${naughty.length} strings in ${files.size} files`);
  for (const table of ['exchanges', 'turns', 'transcripts', 'sources', 'topics', 'outlets']) {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const fits = ajv.compile(JSON.parse(text(`schema/${table}.json`)));
    for (const line of text(`${table}.jsonl`).split('\n').filter(Boolean))
      assert.equal(fits(JSON.parse(line)), true, `${table}: ${ajv.errorsText(fits.errors)}`);
  }
  const trees = text('trees.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(trees, JSON.parse(JSON.stringify(archive.transcripts)));
});

test('CSV reads back cell by cell, and no cell is a formula', () => {
  for (const table of ['exchanges', 'turns']) {
    const lines = text(`${table}.jsonl`).trimEnd().split('\n').length;
    const [head, ...rows] = cellsOf(text(`${table}.csv`).slice(1));
    assert.equal(rows.length, lines, table);
    for (const row of rows) {
      assert.equal(row.length, head?.length);
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    }
    const at = head?.indexOf(table === 'turns' ? 'text' : 'question') ?? -1;
    const said = new Set(rows.map((row) => row[at]?.replace(/^'(?=[=+\-@\t\r\n])/, '')));
    for (const words of naughty)
      assert.ok(said.has(utf8(withoutControls(words))), JSON.stringify(words));
  }
});

test('Parquet reads back to the words', async () => {
  const said = new Set<unknown>();
  for (const [name, bytes] of files) {
    if (!name.startsWith('parquet/turns/')) continue;
    for (const row of await parquetReadObjects({ file: new Uint8Array(bytes).buffer })) {
      assert.equal(typeof row.label, 'string');
      said.add(row.text);
    }
  }
  // hyparquet's reader takes a byte-order mark away, which the file holds.
  for (const words of naughty)
    assert.ok(said.has(utf8(words).replace(/^\ufeff/, '')), JSON.stringify(words));
});

const validators: [name: string, tool: string, from: string, schema: string, ...args: string[]][] =
  [
    ['tei', 'jing', 'jing', 'parla-clarin.rng'],
    [
      'akoma-ntoso',
      'xmllint',
      'libxml2-utils',
      'akomantoso30.xsd',
      '--noout',
      '--nonet',
      '--schema',
    ],
  ];
for (const [name, tool, from, schema, ...args] of validators)
  test(`every ${name} file fits its schema and reads back to the turns`, () => {
    needTool(tool, from);
    const turns = name === 'tei' ? teiTurns : aknTurns;
    const paths = unzipped(name).map(([file, xml], at) => {
      const tree = archive.transcripts[at];
      assert.ok(tree, file);
      const told = turnsIn(tree).map(({ kind, label, outlet, text: words }) => ({
        kind,
        label: label && xmlText(label),
        outlet,
        text: xmlText(words),
      }));
      assert.deepEqual(turns(xml), told, file);
      const full = path.join(folder, `${name}.${file.replaceAll('/', '.')}`);
      writeFileSync(full, xml);
      return full;
    });
    assert.equal(paths.length, naughty.length);
    const run = spawnSync(tool, [...args, path.join(data, 'schemas', schema), ...paths], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, `${run.stdout}${run.stderr}`.slice(0, 2000));
  });

test('Markdown is the same after it was read and written again; text holds the words', () => {
  const reader = unified().use(remarkParse).use(remarkFrontmatter);
  for (const [file, markdown] of unzipped('markdown'))
    assert.equal(markdownPrinter.stringify(reader.parse(markdown)), markdown, file);
  for (const [at, [file, plain]] of unzipped('text').entries())
    assert.ok(plain.includes(utf8(withoutControls(naughty[at] ?? ''))), file);
});

test('data package and citation fit their official schemas, whatever the archive is called', () => {
  const [isPackage, isCitation] = [
    officially('data-package-1'),
    officially('citation-file-format-1.2.0'),
  ];
  assert.equal(isPackage(JSON.parse(text('datapackage.json'))), null);
  assert.equal(isCitation(parse(text('CITATION.cff'))), null);
  for (const words of naughty) {
    const names = namesOf(archiveNamed(words, []));
    const said = parse(citation(names, new Held()));
    assert.equal(isCitation(said), null, JSON.stringify(words));
    assert.equal(utf8(said.title), utf8(words));
    assert.equal(
      isPackage(JSON.parse(dataPackage(names, new Held(), [{ path: 'a', bytes: 1, sha256: 'a' }]))),
      null,
    );
  }
});
