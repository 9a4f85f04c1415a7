import { stringify } from 'yaml';
import type { ExportNames, Portion } from '../model/archive.ts';
import { codebookTables, fieldsOf } from './codebook.ts';
import type { SummedFile } from './sums.ts';

/** What went into a pack, counted as it went by. */
export class Held {
  readonly sources = new Set<string>();
  readonly topics = new Set<string>();
  #exchanges = 0;
  #last = '';

  /** Counts a portion in. */
  note({ transcripts, placements }: Portion): void {
    for (const { source, date, children } of transcripts) {
      this.sources.add(source);
      this.#exchanges += children.filter(({ type }) => type === 'exchange').length;
      if (date > this.#last) this.#last = date;
    }
    for (const placed of placements.values())
      for (const { topic } of placed) this.topics.add(topic);
  }

  /** What the pack holds, as a version: the latest day and the number of exchanges. */
  get version(): string {
    return `${this.#last || 'empty'}+${this.#exchanges}`;
  }
}

/** `datapackage.json` (Data Package 2.0): every file with its size and digest, every table with its fields. */
export function dataPackage(
  { site, sources, withheld }: ExportNames,
  held: Held,
  files: SummedFile[],
): string {
  const from = [...sources.values()].filter(({ id }) => held.sources.has(id));
  const described = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: site.url === null ? 'archive' : new URL(site.url).hostname.replace(/[^a-z0-9.-]/g, '-'),
    title: site.title.en,
    description: site.description.en,
    ...(site.url !== null && { homepage: site.url }),
    version: held.version,
    // What a copy of an older pack must no longer show.
    withheld: [...withheld].sort(),
    licenses: [{ path: 'RIGHTS.md', title: 'Facts CC0 1.0, texts as each source says' }],
    ...(from.length > 0 && {
      sources: from.map(({ names, rights: { url } }) => ({
        title: names.en,
        ...(url && { path: url }),
      })),
    }),
    resources: files.map(resource),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

const mediaTypes: Record<string, string> = {
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  cff: 'application/yaml',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
  wacz: 'application/wacz+zip',
};

function resource({ path, bytes, sha256 }: SummedFile): object {
  const extension = path.replace(/^.*\./, '');
  const table = codebookTables.find((name) => path === `${name}.jsonl`);
  return {
    name: path.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    path,
    mediatype: mediaTypes[extension] ?? 'application/octet-stream',
    ...(/^(?:jsonl|csv|json|md|cff)$/.test(extension) && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(table && { schema: { fields: fieldsOf(table) } }),
  };
}

/** `CITATION.cff` (Citation File Format 1.2.0): how to cite the data set. */
export function citation({ site }: ExportNames, held: Held): string {
  return stringify({
    'cff-version': '1.2.0',
    message: 'Please cite the data with its version, and an exchange with its address.',
    type: 'dataset',
    title: site.title.en,
    abstract: site.description.en,
    authors: [{ name: site.title.en }],
    ...(site.url !== null && { url: site.url }),
    version: held.version,
  });
}
