import { z } from 'zod';
import { how } from '../model/capture.ts';
import { instant, sha256 } from '../model/names.ts';
import { sha256Of } from './digest.ts';
import { bodyOf, dechunk, type HttpResponse, readResponse } from './http-response.ts';
import { readMediaType } from './media-type.ts';
import { hasDigest, type WarcRecord } from './warc-record.ts';

/** Record types that show what an address held; the others are about them. */
export const captureTypes = new Set(['response', 'resource', 'revisit']);

const fields = z.object({
  url: z.url(),
  recorded: instant,
  how,
  digest: sha256.optional(),
  absent: z.string().optional(),
});

/** What the head of a record says of the capture in it; throws where a field is missing or wrong. */
export function readCaptureHead(record: WarcRecord) {
  const field = (name: string) => record.headers.get(name);
  const read = fields.safeParse({
    url: targetOf(record) ?? '',
    recorded: field('warc-date'),
    how: field('lectern-how') ?? 'imported',
    digest: field('lectern-digest')?.replace('sha256:', ''),
    absent: field('lectern-absent'),
  });
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const name = { url: 'WARC-Target-URI', recorded: 'WARC-Date', how: 'Lectern-How' };
  const key = Object.entries(name).find(([key]) => key === issue?.path[0])?.[1] ?? 'Lectern-Digest';
  throw new Error(
    `Expected a valid ${key} in the record, got \`${field(key.toLowerCase()) ?? ''}\``,
  );
}

/** The address that a record is about, in one spelling; null where it names none. */
export function targetOf({ headers }: WarcRecord): string | null {
  // Wget 1.14 to 1.18 wrote the address in angle brackets.
  const target = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null;
  return target !== null && URL.canParse(target) ? new URL(target).href : target;
}

/** What a record holds of the address's content. */
export interface Content {
  /** HTTP status, or 200 where the record is no response. */
  status: number;
  mediaType: string;
  charset?: string;
  /** Response headers by lower-case name; none for a resource. */
  headers: Map<string, string>;
  /** As recorded, encodings still on it; empty in a revisit. */
  payload: Buffer;
}

/** The HTTP message or file in a record's block; throws where the declared payload digest differs. */
export function readRecordContent(record: WarcRecord): Content {
  if (record.type === 'resource') {
    const type = readMediaType(record.headers.get('content-type'));
    checkPayload(record, [record.block]);
    return { status: 200, ...type, headers: new Map(), payload: record.block };
  }
  const bare = record.type === 'revisit' && record.block.length === 0;
  const response: HttpResponse = bare
    ? { status: 200, headers: new Map(), payload: record.block }
    : readResponse(record.block);
  if (record.type === 'response') checkPayload(record, payloadForms(response));
  return { ...response, ...readMediaType(response.headers.get('content-type')) };
}

/** The bytes of a record's content with every encoding undone; throws where they are cut or damaged. */
export function bytesOf(record: WarcRecord, content: Content): Buffer {
  const bytes = record.type === 'resource' ? content.payload : bodyOf(content);
  const declared = record.headers.get('lectern-digest')?.replace('sha256:', '');
  if (declared !== undefined && declared !== sha256Of(bytes)) {
    throw new Error(`Expected bytes with the digest \`${declared}\`, got another`);
  }
  return bytes;
}

/** Crawlers disagree whether the payload is what was sent or what was left after dechunking. */
function payloadForms(response: HttpResponse): Buffer[] {
  const chunked = response.headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  return chunked ? [response.payload, dechunk(response.payload)] : [response.payload];
}

function checkPayload(record: WarcRecord, forms: Buffer[]): void {
  const declared = record.headers.get('warc-payload-digest');
  if (declared === undefined || forms.some((form) => hasDigest(form, declared))) return;
  throw new Error(`Expected a payload with the digest \`${declared}\`, got another`);
}
