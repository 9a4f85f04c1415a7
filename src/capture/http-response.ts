import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { headLength, longestHead, readFields } from './warc-record.ts';

/** An HTTP response as a WARC block holds it. */
export interface HttpResponse {
  status: number;
  /** By lower-case name; the first of each name. */
  headers: Map<string, string>;
  /** What follows the head, transfer and content encodings still on it. */
  payload: Buffer;
}

/** Most bytes that a body may have after its encodings are undone. */
export const largestBody = 64 << 20;

/** Reads the response in a WARC block; throws where it has no head. */
export function readResponse(block: Buffer): HttpResponse {
  const head = headLength(block);
  if (head > longestHead) {
    throw new Error(`Expected an HTTP head of at most ${longestHead} bytes, got ${head}`);
  }
  const [statusLine = '', ...lines] = block
    .subarray(0, Math.max(head, 0))
    .toString('latin1')
    .split('\r\n');
  const status = statusLine.match(/^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/)?.[1];
  if (status === undefined) {
    throw new Error(`Expected an HTTP response, got \`${statusLine.slice(0, 20)}\``);
  }
  return { status: Number(status), headers: readFields(lines), payload: block.subarray(head) };
}

/** The body with transfer and content encodings undone; throws where it is cut, damaged or too large. */
export function bodyOf(response: HttpResponse): Buffer {
  const { headers } = response;
  const chunked = headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const body = chunked ? dechunk(response.payload) : response.payload;
  const declared = headers.get('content-length');
  // A longer body is one whose collector undid encodings and left the field; a shorter one is cut.
  if (!chunked && declared !== undefined && Number(declared) > body.length) {
    throw new Error(`Expected ${declared} bytes of body, got ${body.length}`);
  }
  return undoEncodings(body, headers.get('content-encoding') ?? '');
}

type Decoder = (bytes: Buffer, maxOutputLength: number) => Buffer;

const gunzip: Decoder = (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength });

const decoders: Record<string, Decoder> = {
  identity: (bytes) => bytes,
  gzip: gunzip,
  'x-gzip': gunzip,
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
  // RFC 9110 means zlib's format; some servers send raw deflate, told apart by zlib's first byte.
  deflate: (bytes, maxOutputLength) => {
    const inflate = ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync : inflateRawSync;
    return inflate(bytes, { maxOutputLength });
  },
};

/**
 * Undoes content encodings, last one first; at most two, for a bomb can be stacked. Throws where the
 * body is cut, damaged or larger than `largest`; the cause is zlib's own error.
 */
export function undoEncodings(body: Buffer, encodings: string, largest = largestBody): Buffer {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length > 2) {
    throw new Error(`Expected at most two content encodings, got \`${encodings}\``);
  }
  return names.reverse().reduce((bytes, name) => {
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (!decode) throw new Error(`Expected gzip, deflate or br, got the encoding \`${name}\``);
    try {
      return decode(bytes, largest);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : cause;
      throw new Error(`Expected a whole ${name} body, got a damaged one (${String(code)})`, {
        cause,
      });
    }
  }, body);
}

/** Most bytes of the line that gives a chunk's size. */
const longestSize = 4096;

/** Undoes chunked transfer (RFC 9112, 7.1), to the last chunk and no byte less. */
export function dechunk(body: Buffer): Buffer {
  // One buffer: a body may have a chunk for each of its bytes.
  const whole = Buffer.allocUnsafe(body.length);
  let filled = 0;
  for (let at = 0; ; ) {
    const end = body.subarray(at, at + longestSize).indexOf('\r\n') + at;
    const size = body
      .subarray(at, Math.max(end, at))
      .toString('latin1')
      .match(/^([0-9a-f]+)\s*(?:;|$)/i);
    if (!size?.[1]) throw new Error(`Expected a chunk at byte ${at} of the body, got none`);
    const length = Number.parseInt(size[1], 16);
    if (length === 0) return whole.subarray(0, filled);
    const chunk = body.subarray(end + 2, end + 2 + length);
    at = end + 2 + length + 2;
    if (chunk.length < length || body.subarray(at - 2, at).toString('latin1') !== '\r\n') {
      throw new Error(`Expected a chunk of ${length} bytes, got ${chunk.length}`);
    }
    filled += chunk.copy(whole, filled);
  }
}
