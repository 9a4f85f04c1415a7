/** First bytes of what is often saved under a page's name, and what it is. */
const signatures: [bytes: Buffer, what: string][] = [
  [Buffer.from('%PDF-'), 'a PDF'],
  [Buffer.from('PK\x03\x04'), 'a ZIP archive or an office document'],
  [Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), 'an office document'],
  [Buffer.from('\x1f\x8b', 'latin1'), 'gzip data that hold no WARC'],
  [Buffer.from('\x89PNG', 'latin1'), 'an image'],
  [Buffer.from('\xff\xd8\xff', 'latin1'), 'an image'],
  [Buffer.from('GIF8'), 'an image'],
  [Buffer.from('filedesc://'), 'an ARC file; make it a WARC with `warcio recompress`'],
];

const utf16Marks = ['fffe', 'feff'];

/** Why a file with these first bytes can be no page whatever its name says, or null. */
export function refusalOf(head: Buffer): string | null {
  if (head.length === 0) return 'Expected a page, got an empty file';
  const known = signatures.find(([bytes]) => head.subarray(0, bytes.length).equals(bytes));
  if (known) return `Expected a page, got ${known[1]}`;
  const isUtf16 = utf16Marks.includes(head.subarray(0, 2).toString('hex'));
  if (!isUtf16 && head.includes(0)) return 'Expected a page, got binary data';
  return null;
}
