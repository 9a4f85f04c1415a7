import { bodyOf } from '../http-response.ts';
import { readCaptureHead, readRecordContent } from '../read-record.ts';
import { readRecordAt, readWarc } from '../read-warc.ts';
import { failure } from './codes.ts';
import type { Received, Transport } from './transport.ts';

/**
 * A WARC in the place of the network: each address answers with its first response record, dates and
 * heads as recorded. Its captures count as imported, for nobody fetched them now.
 */
export async function openReplay(path: string): Promise<Transport> {
  const places = new Map<string, number>();
  for await (const record of readWarc(path, () => {})) {
    if (record.type !== 'response') continue;
    const { url } = readCaptureHead(record);
    if (!places.has(url)) places.set(url, record.offset);
  }
  return async ({ url }) => {
    const offset = places.get(url);
    if (offset !== undefined) return replay(path, offset);
    if (new URL(url).pathname === '/robots.txt') return noRobots(url);
    return failure('E_NOT_IN_WARC', 'Expected the address in the replayed WARC, got none');
  };
}

async function replay(path: string, offset: number): Promise<Received> {
  const record = await readRecordAt(path, offset);
  const { url, recorded } = readCaptureHead(record);
  const content = readRecordContent(record);
  const chunked = content.headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const fields = [...content.headers].filter(([name]) => name !== 'transfer-encoding');
  const body = chunked
    ? bodyOf({ ...content, headers: new Map([['transfer-encoding', 'chunked']]) })
    : content.payload;
  const { status } = content;
  return { url, status, statusText: '', fields, body, recorded, how: 'imported', sent: {} };
}

/** A WARC seldom holds robots.txt; what is replayed was fetched under the rules of its day. */
const noRobots = (url: string): Received => ({
  url,
  status: 404,
  statusText: '',
  fields: [],
  body: Buffer.alloc(0),
  recorded: new Date(0).toISOString(),
  how: 'imported',
  sent: {},
});
