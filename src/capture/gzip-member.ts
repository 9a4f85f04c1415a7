import { constants, crc32, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { FileWindow } from './file-window.ts';

/** One gzip member of a file, inflated and checked. */
export interface Member {
  bytes: Buffer;
  /** Offset of the byte after the member. */
  end: number;
}

/** Most bytes that one member may inflate to; pages are below 1 MB, a bomb is not read. */
export const largestMember = 64 << 20;

/** What Node's zlib returns with `info`, which its type declarations do not know. */
const withInfo = z.object({
  buffer: z.instanceof(Buffer),
  /** `bytesWritten` counts the input that was taken. */
  engine: z.object({ bytesWritten: z.number() }),
});

const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 };

/**
 * The gzip member that starts at `offset`: inflated by raw deflate, because Node's gunzip neither
 * stops at the end of a member nor tells where that is. Throws where the member is cut, damaged or
 * larger than {@link largestMember}.
 */
export async function readMember(file: FileWindow, offset: number): Promise<Member> {
  for (let size = 1 << 17; ; size *= 4) {
    const input = await file.read(offset, size);
    const atEnd = offset + input.length >= file.size;
    const member = inflateMember(input, atEnd);
    if (member) return { bytes: member.bytes, end: offset + member.length };
  }
}

/** The first bytes of a member, as far as the start of it in `input` tells; none if it is no member. */
export function peekMember(input: Buffer): Buffer {
  try {
    const start = headerLength(input) ?? input.length;
    return inflateRawSync(input.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Null where the member goes on beyond `input` and the file does, too. */
function inflateMember(input: Buffer, atEnd: boolean) {
  const start = headerLength(input);
  const inflated = start === null ? null : inflate(input.subarray(start));
  if (start === null || inflated === null || start + inflated.used + 8 > input.length) {
    if (atEnd) throw new Error('Expected a whole gzip member, got one cut by the end of the file');
    return null;
  }
  const trailer = start + inflated.used;
  const { bytes } = inflated;
  if (input.readUInt32LE(trailer) !== crc32(bytes)) {
    throw new Error('Expected the CRC that the gzip member declares, got another');
  }
  if (input.readUInt32LE(trailer + 4) !== bytes.length) {
    throw new Error(
      `Expected ${input.readUInt32LE(trailer + 4)} bytes in the gzip member, got ${bytes.length}`,
    );
  }
  return { bytes, length: trailer + 8 };
}

function inflate(input: Buffer): { bytes: Buffer; used: number } | null {
  try {
    const options = { info: true, maxOutputLength: largestMember };
    const { buffer, engine } = withInfo.parse(inflateRawSync(input, options));
    return { bytes: buffer, used: engine.bytesWritten };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'Z_BUF_ERROR') return null;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Error(`Expected a gzip member of at most ${largestMember} bytes, got a larger one`);
    }
    throw new Error(`Expected deflated data, got damaged ones (${String(code)})`);
  }
}

/** Length of the gzip header (RFC 1952, 2.3), or null where `input` ends within it. */
function headerLength(input: Buffer): number | null {
  if (input.length >= 3 && (input[0] !== 0x1f || input[1] !== 0x8b || input[2] !== 8)) {
    throw new Error(`Expected a gzip member, got \`${input.subarray(0, 3).toString('hex')}\``);
  }
  if (input.length < 10) return null;
  const flags = input.readUInt8(3);
  if (flags & flag.reserved) throw new Error(`Expected known gzip flags, got \`${flags}\``);
  let at = 10;
  if (flags & flag.extra) at = at + 2 <= input.length ? at + 2 + input.readUInt16LE(at) : Infinity;
  for (const text of [flag.name, flag.comment]) {
    if (!(flags & text)) continue;
    const end = input.indexOf(0, at);
    at = end < 0 ? Infinity : end + 1;
  }
  if (flags & flag.headerCrc) at += 2;
  return at <= input.length ? at : null;
}
