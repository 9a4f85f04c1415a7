import { digestOf } from './digest.ts';

/** One WARC record as it stands in a file. */
export interface WarcRecord {
  /** WARC-Type: `response`, `resource`, `revisit`, `request`, `warcinfo`, … */
  type: string;
  /** Header fields by lower-case name; the first of each name. */
  headers: Map<string, string>;
  block: Buffer;
  /** Offset of the record, or of the gzip member that holds it. */
  offset: number;
}

/** Most bytes of a record's or a message's head: fields of 64 MB would take all memory. */
export const longestHead = 1 << 18;

const headEnd = Buffer.from('\r\n\r\n');

/** Length of the record's head with its empty line, or -1 where `bytes` hold no whole head. */
export function headLength(bytes: Buffer, from = 0): number {
  const end = bytes.indexOf(headEnd, from);
  return end < 0 ? -1 : end + headEnd.length - from;
}

/** Header fields of a WARC record or an HTTP message, by lower-case name; the first of each name. */
export function readFields(lines: string[]): Map<string, string> {
  const unfolded = lines
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n');
  const fields = new Map<string, string>();
  for (const line of unfolded) {
    const [, name, value] = line.match(/^([^\s:]+)\s*:(.*)$/s) ?? [];
    if (name === undefined || value === undefined) continue;
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** Type, fields and block length of a record's head; throws where it is no head of a WARC record. */
export function readHead(head: Buffer): { headers: Map<string, string>; length: number } {
  const [version = '', ...lines] = head.toString('utf8').split('\r\n');
  if (!/^WARC\/1\.[01]$/.test(version)) {
    throw new Error(`Expected \`WARC/1.0\` or \`WARC/1.1\`, got \`${version.slice(0, 20)}\``);
  }
  const headers = readFields(lines);
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) {
    throw new Error(`Expected a Content-Length in the record's head, got \`${length}\``);
  }
  return { headers, length: Number(length) };
}

/**
 * Takes the record at `from`; `end` is the offset after it in `bytes`. Throws where it is damaged.
 * `packed` says that `bytes` are a whole gzip member.
 */
export function takeRecord(bytes: Buffer, from: number, offset: number, packed: boolean) {
  const head = headLength(bytes, from);
  if (head < 0 || head > longestHead)
    throw new Error('Expected the head of a WARC record, got none that ends');
  const { headers, length } = readHead(bytes.subarray(from, from + head));
  const start = from + head;
  const block = bytes.subarray(start, start + length);
  if (block.length < length) {
    throw new Error(`Expected ${length} bytes in the record's block, got ${block.length}`);
  }
  const end = start + length + headEnd.length;
  const tail = bytes.subarray(start + length, end);
  // In a gzip member the record's end is plain even without them, and writers of 2014 left them out.
  if (!tail.equals(headEnd) && !(packed && tail.length === 0)) {
    throw new Error(
      `Expected two line ends after the record's ${length} bytes, got something else`,
    );
  }
  const record: WarcRecord = { type: headers.get('warc-type') ?? '', headers, block, offset };
  return { record, end };
}

/**
 * Whether `bytes` have the digest that a WARC header declares as `algorithm:value`, in hex, base32 or
 * base64, all of which are in use. True where the algorithm is unknown: nothing can be said then.
 */
export function hasDigest(bytes: Uint8Array, declared: string): boolean {
  const colon = declared.indexOf(':');
  const algorithm = declared.slice(0, colon).toLowerCase().replace('-', '');
  if (!['sha1', 'sha256', 'sha512', 'md5'].includes(algorithm)) return true;
  const digest = digestOf(bytes, algorithm);
  const value = declared.slice(colon + 1).replace(/=+$/, '');
  return (
    value.toLowerCase() === digest.toString('hex') ||
    value.toUpperCase() === base32(digest) ||
    value.replaceAll('+', '-').replaceAll('/', '_') === digest.toString('base64url')
  );
}

/** RFC 4648 base32 without padding: how most crawlers write SHA-1. */
function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}
