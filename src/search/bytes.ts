/** Appends an unsigned whole number below 2^32 as a varint: seven bits a byte, low ones first. */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Writes a varint at an offset and returns the offset behind it. */
export function putVarint(bytes: Uint8Array, offset: number, value: number): number {
  let at = offset;
  let rest = value;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

/** How many bytes a varint takes. */
export function varintLength(value: number): number {
  if (value < 1 << 7) return 1;
  if (value < 1 << 14) return 2;
  if (value < 1 << 21) return 3;
  return value < 1 << 28 ? 4 : 5;
}

/** One for all: making a decoder takes longer than decoding a term. */
export const utf8 = new TextDecoder();

/** Reads varints and runs of bytes one after another. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The next varint; 0 bits behind the end. */
  varint(): number {
    let value = 0;
    let shift = 0;
    let byte = 128;
    while (byte > 127) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
      shift += 7;
    }
    return value >>> 0;
  }

  /** The next `count` varints. */
  varints(count: number): number[] {
    return Array.from({ length: count }, () => this.varint());
  }

  /** The next `length` bytes, without a copy. */
  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** The next UTF-8 text, its length in bytes first. */
  text(): string {
    return utf8.decode(this.take(this.varint()));
  }
}
