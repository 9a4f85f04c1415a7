import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js';
import sniff from 'html-encoding-sniffer';

/** A capture's bytes as text, and how they became text. */
export interface Decoded {
  /** Without a byte order mark. */
  text: string;
  /** Encoding that BOM, header or meta named, by its WHATWG name; null where none did. */
  declared: string | null;
  /** Encoding that was used. */
  used: string;
  /** Whether bytes fitted no encoding, so that U+FFFD stands for some. */
  damaged: boolean;
}

/**
 * Decodes a page: BOM > header (`charset`) > meta, then strictly utf-8, then strictly gb18030, the
 * encodings that pages of our sources are in when they name a wrong one; what fits none of them is
 * decoded as declared, with U+FFFD, and flagged. Node's own TextDecoder is wrong for GBK on Node 20.
 */
export function decode(bytes: Uint8Array, charset?: string): Decoded {
  const declared = declaredEncoding(bytes, charset);
  const doubtful = declared === 'windows-1252' && seemsMultibyte(bytes);
  const others = ['UTF-8', 'gb18030'];
  for (const used of declared === null || doubtful ? others : [declared, ...others]) {
    const text = decodeStrictly(bytes, used);
    if (text !== null) return { text, declared, used, damaged: false };
  }
  const used = declared ?? 'UTF-8';
  return { text: new TextDecoder(used).decode(bytes), declared, used, damaged: true };
}

function declaredEncoding(bytes: Uint8Array, charset: string | undefined): string | null {
  const bom = getBOMEncoding(bytes);
  if (bom !== null) return labelToName(bom);
  const label = charset !== undefined && labelToName(charset) !== null ? charset : undefined;
  // The sniffer always answers; an answer that follows the default is none.
  const [first, second] = ['UTF-8', 'windows-1252'].map((defaultEncoding) =>
    sniff(bytes, {
      defaultEncoding,
      ...(label !== undefined && { transportLayerEncodingLabel: label }),
    }),
  );
  return first === second ? (first ?? null) : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether bytes said to be ISO-8859-1, some servers' default, are utf-8 or Chinese after all. Every
 * byte is valid there, so strictness cannot tell: other encodings have high bytes in pairs or more,
 * while an accented letter stands alone (as does one of a hundred bytes of GBK text).
 */
function seemsMultibyte(bytes: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  bytes.forEach((byte, at) => {
    if (byte < 0x80) return;
    high += 1;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone += 1;
  });
  return alone < high / 10;
}
