import { sha256Of } from '../digest.ts';
import { readMediaType } from '../media-type.ts';
import type { NewCapture } from '../new-capture.ts';
import type { KnownPage } from './pages.ts';
import { fieldOf, type Received } from './transport.ts';

/**
 * Fields that are not stored: cookies are secrets, and the body stands here without its chunks, so
 * that the field that tells of them gets the name under which crawlers keep it.
 */
const stored = ([name, value]: [string, string]): [string, string][] => {
  if (/^set-cookie2?$/i.test(name)) return [];
  return [[/^transfer-encoding$/i.test(name) ? 'X-Crawler-Transfer-Encoding' : name, value]];
};

/**
 * An answer as a record to be stored: head as received, body as sent. `bytes`: encodings undone.
 * `absent`: what says that the page is not there, where this answer does.
 */
export function asCapture(answer: Received, bytes: Buffer, absent?: string): NewCapture {
  return {
    ...common(answer),
    ...(absent !== undefined && { absent }),
    type: 'response',
    sha256: sha256Of(bytes),
    mediaType: readMediaType(fieldOf(answer, 'content-type')).mediaType,
    block: Buffer.concat([headOf(answer), answer.body]),
    payloadDigest: `sha256:${sha256Of(answer.body)}`,
  };
}

/** An answer that showed the latest content again: its head alone, and where the bytes stand. */
export function asRevisit(answer: Received, latest: NonNullable<KnownPage['latest']>): NewCapture {
  const { sha256, mediaType, payloadDigest, url, recorded } = latest;
  return {
    ...common(answer),
    type: 'revisit',
    sha256,
    mediaType,
    block: headOf(answer),
    payloadDigest,
    refersTo: { url, recorded },
  };
}

function common(answer: Received) {
  return {
    url: answer.url,
    how: answer.how,
    recorded: answer.recorded,
    contentType: 'application/http; msgtype=response',
    ...(answer.how === 'fetched' && { request: requestOf(answer) }),
  };
}

function headOf({ status, statusText, fields }: Received): Buffer {
  const lines = fields.flatMap(stored).map(([name, value]) => `${name}: ${value}`);
  // Node gives header bytes as Latin-1; written so, they are the bytes that came.
  return Buffer.from([`HTTP/1.1 ${status} ${statusText}`, ...lines, '', ''].join('\r\n'), 'latin1');
}

function requestOf({ url, sent }: Received): Buffer {
  const { host, pathname, search } = new URL(url);
  const fields = Object.entries({ host, ...sent }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(
    [`GET ${pathname}${search} HTTP/1.1`, ...fields, '', ''].join('\r\n'),
    'latin1',
  );
}
