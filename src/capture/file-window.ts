import { type FileHandle, open } from 'node:fs/promises';

/** A file read by offset, so that memory depends on a record's size and never on the file's. */
export interface FileWindow {
  size: number;
  /** Up to `length` bytes from `offset`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
  /** Offset of the first occurrence of `needle` at or after `from`, or -1. */
  find(needle: Buffer, from: number): Promise<number>;
  close(): Promise<void>;
}

const step = 1 << 20;

/** Least that is read at a time: the records of a WARC are mostly smaller, and asked for in their order. */
const least = 1 << 18;

/** Opens `path` for reading by offset; the caller closes it. */
export async function openWindow(path: string): Promise<FileWindow> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  let held: { offset: number; bytes: Buffer } = { offset: 0, bytes: Buffer.alloc(0) };
  const read = async (offset: number, length: number) => {
    const start = offset - held.offset;
    const end = Math.min(offset + length, size) - held.offset;
    if (start >= 0 && end <= held.bytes.length)
      return held.bytes.subarray(start, Math.max(start, end));
    held = { offset, bytes: await readFully(file, offset, Math.max(length, least)) };
    return held.bytes.subarray(0, length);
  };
  return {
    size,
    read,
    async find(needle, from) {
      for (let offset = from; offset < size; offset += step) {
        const chunk = await read(offset, step + needle.length - 1);
        const at = chunk.indexOf(needle);
        if (at >= 0) return offset + at;
      }
      return -1;
    },
    close: () => file.close(),
  };
}

async function readFully(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
