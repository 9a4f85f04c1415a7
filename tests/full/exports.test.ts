import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { lectern } from '../commands/lectern.ts';
import { needTool } from '../debian.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shared = path.join(root, '../shared');
const schemas = path.join(shared, 'testdata/schemas');
assert.ok(existsSync(schemas), `Expected the schemas at ${schemas}`);

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-exports-'));
after(() => rm(folder, { recursive: true }));
const content = path.join(folder, 'content');
const pack = path.join(folder, 'pack');

await cp(path.join(root, 'content'), content, { recursive: true });
const corpora = ['mfa-zh.warc.gz', 'whitehouse.warc.gz'];
await lectern(
  'import',
  '--content',
  content,
  ...corpora.map((it) => path.join(shared, 'corpus', it)),
);
await lectern('parse', '--content', content);
const started = process.hrtime.bigint();
const { err } = await lectern('export', '--content', content, '--format', 'pack', '--to', pack);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;

const lines = async (table: string): Promise<{ id: string; date: string; outlet: string }[]> =>
  (await readFile(path.join(pack, `${table}.jsonl`), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const exchanges = await lines('exchanges');
const turns = await lines('turns');

const filesOf = async (format: string): Promise<string[]> =>
  (await readdir(path.join(pack, format), { recursive: true }))
    .filter((file) => file.endsWith('.xml'))
    .map((file) => path.join(pack, format, file));

test('the corpus is packed whole', async () => {
  const transcripts = await lines('transcripts');
  console.log(
    `pack: ${transcripts.length} transcripts, ${exchanges.length} exchanges, ${turns.length} turns in ${seconds.toFixed(1)} s`,
  );
  assert.ok(transcripts.length > 650, err);
  assert.ok(exchanges.length > 6000);
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: pack });
});

test('every TEI file fits the Parla-CLARIN schema', async () => {
  needTool('jing', 'jing');
  const files = await filesOf('tei');
  assert.ok(files.length > 650);
  const { stdout, status } = spawnSync('jing', [path.join(schemas, 'parla-clarin.rng'), ...files], {
    encoding: 'utf8',
  });
  assert.deepEqual([stdout, status], ['', 0]);
});

test('every Akoma Ntoso file fits the schema of OASIS', async () => {
  needTool('xmllint', 'libxml2-utils');
  const files = await filesOf('akoma-ntoso');
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

test('the query of docs/data.md answers which outlet asks about which topic most, by year', async () => {
  const docs = await readFile(path.join(root, 'docs/data.md'), 'utf8');
  const sql = /```sql\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
  const rows = await query(sql.replaceAll('data/', `${pack}/`));
  assert.ok(rows.length >= 4);
  for (const { year, outlet, topic, exchanges } of rows) {
    assert.ok(Number(year) >= 2020 && outlet && topic && Number(exchanges) > 0);
  }
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}
