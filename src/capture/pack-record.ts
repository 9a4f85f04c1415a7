import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { WARCRecord, WARCSerializer } from 'warcio';
import { sha256Of } from './digest.ts';
import type { NewCapture } from './new-capture.ts';

/**
 * Header fields of ours: how the bytes came; the SHA-256 of the body with its encodings undone, which
 * names a capture everywhere else (WARC-Payload-Digest is of the payload as sent); and, on an answer
 * that shows that the page is not there, what says so: its status or E_SOFT_404.
 */
export const ownFields = {
  how: 'Lectern-How',
  digest: 'Lectern-Digest',
  absent: 'Lectern-Absent',
} as const;

/**
 * A capture as gzip members of one WARC/1.1 record each, digests included: the record of what came,
 * then the request that it answers, if there was one.
 */
export async function packCapture(capture: NewCapture): Promise<Uint8Array> {
  const record = recordOf(capture);
  const packed = [pack(record, capture.block)];
  if (capture.request) {
    const { url, recorded, request } = capture;
    const asked = WARCRecord.create({
      type: 'request',
      url,
      date: recorded,
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Concurrent-To': record.warcHeader('WARC-Record-ID') ?? '' },
    });
    packed.push(pack(asked, request));
  }
  return Buffer.concat(await Promise.all(packed));
}

function recordOf(capture: NewCapture): WARCRecord {
  return WARCRecord.create({
    type: capture.type,
    url: capture.url,
    date: capture.recorded,
    warcVersion: 'WARC/1.1',
    warcHeaders: {
      'Content-Type': capture.contentType,
      'WARC-Payload-Digest': capture.payloadDigest,
      [ownFields.how]: capture.how,
      [ownFields.digest]: `sha256:${capture.sha256}`,
      ...(capture.absent !== undefined && { [ownFields.absent]: capture.absent }),
    },
    ...(capture.refersTo && {
      refersToUrl: capture.refersTo.url,
      refersToDate: capture.refersTo.recorded,
    }),
  });
}

async function pack(record: WARCRecord, block: Uint8Array): Promise<Uint8Array> {
  const { warcHeaders } = record;
  // warcio's digest is WebAssembly and its gzip pauses the thread: together half of an import's time.
  warcHeaders.headers.set('WARC-Block-Digest', `sha256:${sha256Of(block)}`);
  // The block already holds the HTTP head as it was received; warcio would write one of its own.
  const whole = new WARCRecord({ warcHeaders, reader: [block] });
  return promisify(gzip)(await WARCSerializer.serialize(whole));
}

/** The first record of a WARC: who wrote the file, and for which source. */
export async function packInfo(source: string, started: string): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    { date: started, warcVersion: 'WARC/1.1' },
    {
      software: 'Lectern',
      format: 'WARC File Format 1.1',
      isPartOf: source,
      description: `${ownFields.how}: fetched or imported; ${ownFields.digest}: of the body, encodings undone; ${ownFields.absent}: why no page was there`,
    },
  );
  return WARCSerializer.serialize(record, { gzip: true });
}
