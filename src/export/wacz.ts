import { createHash } from 'node:crypto';
import { getSurt } from 'warcio';
import type { ExportNames } from '../model/archive.ts';
import type { StoredRecord, StoredRecords } from '../model/capture.ts';
import type { Piece } from '../model/piece.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Writer } from './writer.ts';
import { Zipping } from './zip.ts';

/** Address of a page → its title. */
type Pages = Map<string, string>;

/**
 * The captures that transcripts name, of sources whose rights allow it, `<source>.wacz` (WACZ 1.1.1):
 * the records as they were stored, an index by address and time, a list of pages.
 *
 * A page of which anything is withheld is left out whole, in every capture: bytes cannot be cut.
 */
export function wacz({ sources, withheld }: ExportNames, recordsOf: StoredRecords): Writer {
  const wanted = new Map<string, Pages>();
  const barred = new Set<string>();
  const within = [...withheld].map((id) => id.split('/').slice(0, 2).join('/'));
  const isBarred = ({ id }: Transcript) => within.includes(id);
  return {
    take({ transcripts }) {
      for (const it of transcripts) {
        if (sources.get(it.source)?.rights.redistribute !== 'yes') continue;
        const pages = wanted.get(it.source) ?? new Map<string, string>();
        wanted.set(it.source, pages);
        for (const { url } of it.captures) pages.set(url, it.title);
        if (isBarred(it)) for (const { url } of it.captures) barred.add(url);
      }
      return [];
    },
    async *end() {
      for (const [source, pages] of [...wanted].sort(byName)) {
        for (const url of barred) pages.delete(url);
        if (pages.size === 0) continue;
        const title = sources.get(source)?.names.en ?? source;
        yield* packed(`${source}.wacz`, new Wacz(title, pages), recordsOf(source));
      }
    },
  };
}

async function* packed(
  path: string,
  file: Wacz,
  records: AsyncIterable<StoredRecord>,
): AsyncGenerator<Piece> {
  for await (const record of records) {
    file.add(record);
    yield { path, bytes: file.drain(), last: false };
  }
  file.end();
  yield { path, bytes: file.drain(), last: true };
}

const captures = new Set(['response', 'resource', 'revisit']);

/** One WACZ. Its index must be sorted: a line for each capture waits until the end. */
class Wacz {
  readonly #title: string;
  readonly #pages: Pages;
  readonly #zip = new Zipping();
  readonly #resources: object[] = [];
  readonly #index: string[] = [];
  readonly #listed: string[] = [];
  #warc: Measured | null = null;
  #info: StoredRecord | null = null;
  #newest = '';

  constructor(title: string, pages: Pages) {
    this.#title = title;
    this.#pages = pages;
  }

  add(record: StoredRecord): void {
    if (record.type === 'warcinfo') this.#info = record;
    if (record.url === null || !this.#pages.has(record.url)) return;
    const name = `archive/${record.warc}`;
    if (this.#warc?.name !== name) {
      this.close();
      this.#warc = new Measured(name);
      this.#zip.begin(name, true);
      if (this.#info?.warc === record.warc) this.push(this.#info.bytes);
    }
    if (captures.has(record.type)) this.note(record, this.#warc.bytes);
    this.push(record.bytes);
  }

  end(): void {
    this.close();
    this.whole('indexes/index.cdxj', this.#index.sort().join(''));
    const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' };
    this.whole('pages/pages.jsonl', `${JSON.stringify(head)}\n${this.#listed.join('')}`);
    const description = JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title: this.#title,
        software: 'Lectern',
        created: this.#newest,
        resources: [...this.#resources],
      },
      null,
      2,
    );
    const hash = this.whole('datapackage.json', description);
    this.whole('datapackage-digest.json', JSON.stringify({ path: 'datapackage.json', hash }));
    this.#zip.end();
  }

  drain = (): Uint8Array => this.#zip.drain();

  /** A line of the index, and of the list of pages for what is one. */
  private note(record: StoredRecord, offset: number): void {
    const { type, url, recorded, mediaType, status, digest, bytes, warc } = record;
    if (url === null) return;
    const time = recorded.replace(/\D/g, '').slice(0, 14);
    const line = {
      url,
      mime: type === 'revisit' ? 'warc/revisit' : mediaType,
      status: String(status),
      digest,
      length: String(bytes.length),
      offset: String(offset),
      filename: warc,
    };
    this.#index.push(`${getSurt(url)} ${time} ${JSON.stringify(line)}\n`);
    if (recorded > this.#newest) this.#newest = recorded;
    if (type === 'revisit' || status !== 200) return;
    const id = sha256(`${url} ${recorded}`).slice(0, 22);
    const page = { id, url, ts: recorded, title: this.#pages.get(url) };
    this.#listed.push(`${JSON.stringify(page)}\n`);
  }

  private push(bytes: Uint8Array): void {
    this.#warc?.add(bytes);
    this.#zip.push(bytes, false);
  }

  private close(): void {
    if (!this.#warc) return;
    this.#zip.push('', true);
    this.#resources.push(this.#warc.resource());
  }

  private whole(name: string, text: string): string {
    const measured = new Measured(name);
    measured.add(Buffer.from(text));
    this.#zip.begin(name);
    this.#zip.push(text, true);
    const resource = measured.resource();
    this.#resources.push(resource);
    return resource.hash;
  }
}

/** Size and digest of a file as it is written. */
class Measured {
  readonly name: string;
  bytes = 0;
  readonly #hash = createHash('sha256');

  constructor(name: string) {
    this.name = name;
  }

  add(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    this.#hash.update(bytes);
  }

  resource() {
    const name = this.name.replace(/^.*\//, '').toLowerCase();
    return { name, path: this.name, hash: `sha256:${this.#hash.digest('hex')}`, bytes: this.bytes };
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  Number(a > b) - Number(a < b);
