import { sha256Of } from './digest.ts';
import { peekMember } from './gzip-member.ts';
import type { Form, Found } from './imported-file.ts';
import type { NewCapture } from './new-capture.ts';
import {
  bytesOf,
  type Content,
  captureTypes,
  readCaptureHead,
  readRecordContent,
} from './read-record.ts';
import { readWarc } from './read-warc.ts';
import type { WarcRecord } from './warc-record.ts';

const isWarc = (head: Buffer) => head.subarray(0, 5).toString('latin1') === 'WARC/';

/** A WARC: its response, resource and revisit records, stored as they are, date and head included. */
export const warcForm: Form = {
  name: 'a WARC',
  fits: (head) => isWarc(head) || isWarc(peekMember(head)),
  async *read(file, onFault) {
    if (file.date !== undefined) {
      throw new Error('Cannot give a WARC a date: its records have their own; leave out `--date`');
    }
    const named: Named = new Map();
    for await (const record of readWarc(file.path, onFault)) {
      if (!captureTypes.has(record.type)) continue;
      try {
        yield take(record, named);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        onFault({ path: file.path, offset: record.offset, reason });
      }
    }
  },
};

/** What payload digests of this file stand for: a revisit gives no more than such a digest. */
type Named = Map<string, Pick<NewCapture, 'sha256' | 'mediaType' | 'payloadDigest'>>;

/** The only media types that a parser may ever see. */
const pageTypes = ['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown'];

function take(record: WarcRecord, named: Named): Found {
  const { url, recorded, how, absent } = readCaptureHead(record);
  const { offset } = record;
  const content = readRecordContent(record);
  const skip = (skipped: string): Found => ({ url, skipped, offset });
  if (absent !== undefined) return skip(`the page was not there: ${absent}`);
  if (record.type === 'response' && content.status !== 200) return skip(`status ${content.status}`);
  const again = record.type === 'revisit' ? revisited(record, named) : null;
  const { mediaType } = again ?? content;
  if (!pageTypes.includes(mediaType)) return skip(`\`${mediaType}\` is no page`);
  const held = again ?? hold(record, content);
  named.set(record.headers.get('warc-payload-digest') ?? held.payloadDigest, held);
  const contentType = record.headers.get('content-type') ?? 'application/octet-stream';
  const capture = {
    ...typeOf(record),
    ...held,
    url,
    how,
    recorded,
    contentType,
    block: record.block,
  };
  return { capture, offset };
}

function hold(record: WarcRecord, content: Content) {
  const cut = record.headers.get('warc-truncated');
  if (cut !== undefined)
    throw new Error(`Expected a whole record, got one cut by its writer (${cut})`);
  return {
    sha256: sha256Of(bytesOf(record, content)),
    payloadDigest: `sha256:${sha256Of(content.payload)}`,
    mediaType: content.mediaType,
  };
}

function revisited(record: WarcRecord, named: Named) {
  const digest = record.headers.get('warc-payload-digest') ?? '';
  const held = named.get(digest);
  if (!held)
    throw new Error(`Cannot import a revisit without a capture of \`${digest}\` before it`);
  return held;
}

function typeOf(record: WarcRecord): Pick<NewCapture, 'type' | 'refersTo'> {
  if (record.type === 'resource' || record.type === 'response') return { type: record.type };
  const url = record.headers.get('warc-refers-to-target-uri');
  const date = record.headers.get('warc-refers-to-date');
  return { type: 'revisit', ...(url && date && { refersTo: { url, recorded: date } }) };
}
