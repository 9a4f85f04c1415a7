import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Archive } from '../model/archive.ts';
import { codebook, fieldsOf, jsonSchemas, type lines } from './codebook.ts';
import { csv, exchangeColumns, turnColumns } from './csv.ts';
import type { ExportFile } from './export-file.ts';
import { flatExchanges, flatTranscripts, flatTurns } from './flat.ts';
import { folders } from './formats.ts';
import { jsonl } from './jsonl.ts';
import { rights } from './rights.ts';

/** A table of the pack. */
interface Table {
  path: string;
  /** Whose fields it has; null for a sheet, whose lists are joined. */
  lines: keyof typeof lines | null;
  mediatype: string;
  text: (archive: Archive) => Iterable<string>;
}

const table = (lines: Table['lines'], rows: (archive: Archive) => Iterable<object>): Table => ({
  path: `${lines}.jsonl`,
  lines,
  mediatype: 'application/jsonl',
  text: (archive) => jsonl(rows(archive)),
});

const tables: Table[] = [
  table('exchanges', flatExchanges),
  table('turns', flatTurns),
  table('transcripts', flatTranscripts),
];

/** The same for spreadsheets. */
const sheets: Table[] = [
  {
    path: 'exchanges.csv',
    lines: null,
    mediatype: 'text/csv',
    text: (archive) => csv(flatExchanges(archive), exchangeColumns),
  },
  {
    path: 'turns.csv',
    lines: null,
    mediatype: 'text/csv',
    text: (archive) => csv(flatTurns(archive), turnColumns),
  },
];

/**
 * The whole archive to take away: every format, what its fields mean, how to cite it, who owns what.
 *
 * `SHA256SUMS` comes last and names every other file; `sha256sum -c SHA256SUMS` checks them.
 */
export function* pack(archive: Archive): Generator<ExportFile> {
  const sums: string[] = [];
  for (const file of described(archive)) {
    sums.push(`${sha256(file.bytes)}  ${file.path}`);
    yield file;
  }
  yield { path: 'SHA256SUMS', bytes: `${sums.sort().join('\n')}\n` };
}

function* described(archive: Archive): Generator<ExportFile> {
  const resources: object[] = [];
  for (const { text, path, mediatype, lines } of [...tables, ...sheets]) {
    const bytes = [...text(archive)].join('');
    yield { path, bytes };
    resources.push({
      name: path.replace('.', '-'),
      path,
      mediatype,
      encoding: 'utf-8',
      bytes: Buffer.byteLength(bytes),
      hash: `sha256:${sha256(bytes)}`,
      ...(lines && { schema: { fields: fieldsOf(lines) } }),
    });
  }
  for (const [folder, files] of Object.entries(folders)) {
    for (const { path, bytes } of files(archive)) yield { path: `${folder}/${path}`, bytes };
  }
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    yield { path: `schema/${name}.json`, bytes: json(schema) };
  }
  yield { path: 'codebook.md', bytes: codebook() };
  yield { path: 'RIGHTS.md', bytes: rights(archive) };
  yield { path: 'CITATION.cff', bytes: citation(archive) };
  yield { path: 'datapackage.json', bytes: json(dataPackage(archive, resources)) };
}

function dataPackage({ site, sources, transcripts }: Archive, resources: object[]): object {
  const present = new Set(transcripts.map(({ source }) => source));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: site.url === null ? 'archive' : new URL(site.url).hostname.replace(/[^a-z0-9.-]/g, '-'),
    title: site.title.en,
    description: site.description.en,
    ...(site.url !== null && { homepage: site.url }),
    version: version(transcripts),
    licenses: [{ path: 'RIGHTS.md', title: 'Facts CC0 1.0, texts as each source says' }],
    sources: [...sources.values()]
      .filter(({ id }) => present.has(id))
      .map(({ names, rights: { url } }) => ({ title: names.en, ...(url && { path: url }) })),
    resources,
  };
}

function citation({ site, transcripts }: Archive): string {
  return stringify({
    'cff-version': '1.2.0',
    message: 'Please cite the data with its version, and an exchange with its address.',
    type: 'dataset',
    title: site.title.en,
    abstract: site.description.en,
    authors: [{ name: site.title.en }],
    ...(site.url !== null && { url: site.url }),
    version: version(transcripts),
  });
}

/** What the pack holds, as a version: the latest day and the number of exchanges. */
function version(transcripts: Archive['transcripts']): string {
  const exchanges = transcripts
    .flatMap(({ children }) => children)
    .filter(({ type }) => type === 'exchange').length;
  return `${transcripts.at(-1)?.date ?? 'empty'}+${exchanges}`;
}

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
