import { z } from 'zod';
import { webAddress } from './link.ts';
import { instant, sha256 } from './names.ts';

/** How bytes came to the archive. */
export const how = z.enum(['fetched', 'imported']);

/** A capture as a transcript names it: which bytes, from where; `retrieved` only if fetched. */
export const captureRef = z.strictObject({
  sha256,
  url: webAddress,
  how,
  retrieved: instant.optional(),
});
export type CaptureRef = z.infer<typeof captureRef>;

/** That a date was put right: what it was before, and why. */
export interface Redated {
  from: string;
  reason: string;
}

/** The bytes received for a URL at a time, or imported from a file; a WARC record, never edited. */
export interface Capture extends CaptureRef {
  /** Source id, by the URL. */
  source: string;
  /** Media type without parameters, lower case: `text/html`, `text/markdown`, `text/plain`. */
  mediaType: string;
  /** Charset as declared by the response header, if any. */
  charset?: string;
  /** The payload, content encodings already undone. */
  bytes: Uint8Array;
  /** WARC-Date, or what it should be: of retrieval if fetched; if imported, of saving or of import. */
  recorded: string;
  /** If `recorded` is not the record's own date. */
  redated?: Redated;
  /** Path of the WARC below content/ and the offset of the record in it, for messages. */
  place: { path: string; offset: number };
}

/** A WARC record as it stands in the archive, a gzip member of its own. */
export interface StoredRecord {
  /** File name of its WARC. */
  warc: string;
  /** The member, not unpacked. */
  bytes: Uint8Array;
  /** WARC-Type: `response`, `resource`, `revisit`, `request`, `warcinfo`, … */
  type: string;
  /** The address that it is about; null for a WARC's own record. */
  url: string | null;
  /** WARC-Date, as written. */
  recorded: string;
  mediaType: string;
  /** HTTP status; 200 where the record is no response. */
  status: number;
  /** WARC-Payload-Digest, as written. */
  digest: string;
}

/** The records of a source's captures, in the order of WARCs and of records. */
export type StoredRecords = (source: string) => AsyncIterable<StoredRecord>;
