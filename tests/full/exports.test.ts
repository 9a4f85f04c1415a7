import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { transcriptFile } from '../../src/archive/transcripts.ts';
import { markdownPrinter } from '../../src/export/markdown.ts';
import { type Transcript, transcript } from '../../src/model/transcript.ts';
import { lectern } from '../commands/lectern.ts';
import { needTool } from '../debian.ts';
import { type ToldTurn, turnsIn } from '../export/turns-in.ts';
import { aknTurns, teiTurns } from '../export/xml-turns.ts';
import { pace } from '../pace.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shared = path.join(root, '../shared');
const schemas = path.join(shared, 'testdata/schemas');
assert.ok(existsSync(schemas), `Expected the schemas at ${schemas}`);

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-exports-'));
after(() => rm(folder, { recursive: true }));
const content = path.join(folder, 'content');
const pack = path.join(folder, 'pack');

/** What the export adds to its standard error when it ends: its own figures. */
const figures = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('\\npeak ' + maxRSS + ' cpu ' + (userCPUTime + systemCPUTime) + '\\n');
})`)}`;

await cp(path.join(root, 'content'), content, { recursive: true });
const corpora = ['mfa-zh.warc.gz', 'whitehouse.warc.gz'];
await lectern(
  'import',
  '--content',
  content,
  ...corpora.map((it) => path.join(shared, 'corpus', it)),
);
await lectern('parse', '--content', content);
const { err, kilobytes, cpuSeconds } = measuredExport('pack', pack);

interface Line extends ToldTurn {
  id: string;
  transcript: string;
}

const lines = async (table: string): Promise<Line[]> =>
  (await readFile(path.join(pack, `${table}.jsonl`), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const exchanges = await lines('exchanges');
const turns = await lines('turns');

/** The files of a ZIP of the pack, by name. */
const unzipped = async (name: string): Promise<Record<string, Uint8Array>> =>
  unzipSync(await readFile(path.join(pack, `${name}.zip`)));

const trees = new Map<string, Transcript>();
for (const line of (await readFile(path.join(pack, 'trees.jsonl'), 'utf8')).trimEnd().split('\n')) {
  const tree = transcript.parse(JSON.parse(line));
  trees.set(tree.id, tree);
}

/** The files of a ZIP of the pack on disk, for a validator. */
async function unpacked(name: string): Promise<string[]> {
  const files = Object.entries(await unzipped(name));
  const paths = files.map(([file]) => path.join(folder, name, file.replaceAll('/', '.')));
  await mkdir(path.join(folder, name));
  for (const [at, [, bytes]] of files.entries()) await writeFile(paths[at] ?? '', bytes);
  return paths;
}

test('the corpus is packed whole', async () => {
  const transcripts = await lines('transcripts');
  console.log(
    `pack: ${transcripts.length} transcripts, ${exchanges.length} exchanges, ${turns.length} turns in ${cpuSeconds} CPU s and ${Math.round(kilobytes / 1024)} MB`,
  );
  assert.ok(transcripts.length > 650, err);
  assert.ok(exchanges.length > 7300, String(exchanges.length));
  assert.ok(kilobytes < 500 * 1024, `${kilobytes} KB`);
  assert.ok((cpuSeconds * 7300) / exchanges.length < 30 * pace(), `${cpuSeconds} CPU s`);
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: pack });
});

test('every TEI file fits the Parla-CLARIN schema', async () => {
  needTool('jing', 'jing');
  const files = await unpacked('tei');
  assert.ok(files.length > 650);
  const { stdout, status } = spawnSync('jing', [path.join(schemas, 'parla-clarin.rng'), ...files], {
    encoding: 'utf8',
  });
  assert.deepEqual([stdout, status], ['', 0]);
});

test('every Akoma Ntoso file fits the schema of OASIS', async () => {
  needTool('xmllint', 'libxml2-utils');
  const files = await unpacked('akoma-ntoso');
  assert.ok(files.length > 650);
  const schema = path.join(schemas, 'akomantoso30.xsd');
  const { stderr, status } = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--schema', schema, ...files],
    {
      encoding: 'utf8',
    },
  );
  const faults = stderr.split('\n').filter((line) => line && !line.endsWith(' validates'));
  assert.deepEqual([faults.slice(0, 3), status], [[], 0]);
});

test('DuckDB counts in Parquet what the lines hold', async () => {
  const parquet = (unit: string) =>
    `read_parquet('${pack}/parquet/${unit}/**/*.parquet', hive_partitioning = true)`;
  const [{ n, words } = { n: 0, words: 0 }] = await query(
    `select count(*)::int as n, sum(length(turns[1].text))::int as words from ${parquet('exchanges')}`,
  );
  const [json] = await query(
    `select count(*)::int as n, sum(length(turns[1].text))::int as words from read_json('${pack}/exchanges.jsonl')`,
  );
  assert.deepEqual({ n, words }, json);
  assert.equal(n, exchanges.length);
  const [ids] = await query(
    `select count(*)::int as n from ${parquet('exchanges')} p join read_json('${pack}/exchanges.jsonl') j using (id) where p.source = j.source and p.year = year(j.date::date)`,
  );
  assert.equal(ids?.n, exchanges.length);
  const [said] = await query(`select count(*)::int as n from ${parquet('turns')}`);
  assert.equal(said?.n, turns.length);
});

test('a line of trees.jsonl is the stored file, byte for byte', async () => {
  assert.equal(trees.size, (await lines('transcripts')).length);
  for (const [id, tree] of trees) {
    const stored = await readFile(path.join(content, transcriptFile(id)), 'utf8');
    assert.equal(`${JSON.stringify(tree, null, 2)}\n` === stored, true, id);
  }
});

test('the turns of JSONL, TEI and Akoma Ntoso are those of the trees', async () => {
  let at = 0;
  const [tei, akn] = [await unzipped('tei'), await unzipped('akoma-ntoso')];
  for (const [id, tree] of trees) {
    const told = turnsIn(tree);
    const xml = told.map(({ speaker: _, ...turn }) => turn);
    const flat = turns.slice(at, at + told.length);
    at += told.length;
    assert.ok(
      flat.every((line) => line.transcript === id),
      id,
    );
    assert.deepEqual(
      flat.map(({ kind, label, speaker, outlet, text }) => ({
        kind,
        label,
        speaker,
        outlet,
        text,
      })),
      told,
    );
    assert.deepEqual(teiTurns(Buffer.from(tei[`${id}.xml`] ?? []).toString()), xml, id);
    assert.deepEqual(aknTurns(Buffer.from(akn[`${id}.xml`] ?? []).toString()), xml, id);
  }
  assert.equal(at, turns.length);
});

test('the rows of Parquet are the lines of JSONL', async () => {
  const byId = new Map(exchanges.map((line) => [line.id, line]));
  const files = sums().filter((file) => file.startsWith('parquet/exchanges/'));
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(path.join(pack, file)));
    const source = /source=([^/]+)/.exec(file)?.[1];
    for (const row of await parquetReadObjects({ file: bytes.buffer })) {
      assert.deepEqual({ ...row, source }, byId.get(String(row.id)));
      byId.delete(String(row.id));
    }
  }
  assert.equal(byId.size, 0);
});

test('Markdown is the same after it was read and written again', async () => {
  const reader = unified().use(remarkParse).use(remarkFrontmatter);
  for (const [file, bytes] of Object.entries(await unzipped('markdown'))) {
    const text = Buffer.from(bytes).toString();
    assert.equal(markdownPrinter.stringify(reader.parse(text)) === text, true, file);
  }
});

test('the same archive gives the same pack twice', async () => {
  const again = path.join(folder, 'again');
  measuredExport('pack', again);
  const digests = await readFile(path.join(again, 'SHA256SUMS'), 'utf8');
  assert.equal(digests === (await readFile(path.join(pack, 'SHA256SUMS'), 'utf8')), true);
});

test('the queries of docs/data.md answer which outlet asks about which topic most, by year', async () => {
  const docs = await readFile(path.join(root, 'docs/data.md'), 'utf8');
  const queries = [...docs.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);
  const [parquet = [], named = []] = await Promise.all(
    queries.map((sql) => query(sql.replaceAll('data/', `${pack}/`))),
  );
  assert.equal(queries.length, 2);
  assert.ok(parquet.length >= 4, String(parquet.length));
  for (const { year, outlet, topic, exchanges } of parquet) {
    assert.ok(Number(year) >= 2020 && outlet && topic && Number(exchanges) > 0, String(year));
  }
  const counts = (rows: Record<string, unknown>[]) =>
    rows.map(({ year, exchanges }) => [Number(year), Number(exchanges)]);
  assert.deepEqual(counts(named), counts(parquet));
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** The paths that SHA256SUMS names. */
function sums(): string[] {
  const text = readFileSync(path.join(pack, 'SHA256SUMS'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66));
}

/** An export in a process of its own, with what it took. */
function measuredExport(format: string, to: string) {
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      figures,
      path.join(root, 'bin/lectern.js'),
      ...['export', '--content', content, '--format', format, '--to', to],
    ],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  const [, kilobytes, microseconds] = /peak (\d+) cpu (\d+)/.exec(stderr) ?? [];
  const cpuSeconds = Math.round(Number(microseconds) / 1e5) / 10;
  return { err: stderr, kilobytes: Number(kilobytes), cpuSeconds };
}
