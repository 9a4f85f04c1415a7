import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Answers of a file system that takes no more. */
export type Refusal = 'ENOSPC' | 'EROFS';

/**
 * Runs `work` on a disk that takes `room` bytes and then refuses: every way in which a build writes a
 * file goes through one of two functions of `node:fs`. Says how many bytes were written.
 */
export async function onDiskOf(
  room: number,
  refusal: Refusal,
  work: () => Promise<unknown>,
): Promise<number> {
  const { writeFileSync, write } = fs;
  let written = 0;
  const take = (bytes: unknown): void => {
    written += Buffer.byteLength(String(bytes));
    if (written > room)
      throw Object.assign(new Error(`${refusal}: refused, write`), { code: refusal });
  };
  Object.assign(fs, {
    writeFileSync(...args: Parameters<typeof writeFileSync>) {
      take(args[1]);
      writeFileSync(...args);
    },
    write(file: number, bytes: Buffer, ...rest: unknown[]) {
      take(bytes);
      return Reflect.apply(write, fs, [file, bytes, ...rest]);
    },
  });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, { writeFileSync, write });
    syncBuiltinESMExports();
  }
  return written;
}
