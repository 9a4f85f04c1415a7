import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Answers of a file system that takes no more. */
export type Refusal = 'ENOSPC' | 'EROFS';

/**
 * Runs `work` on a disk that takes `room` bytes and then refuses: every way in which a build writes a
 * file goes through one of these two functions. Says how many bytes were written.
 */
export async function onDiskOf(
  room: number,
  refusal: Refusal,
  work: () => Promise<unknown>,
): Promise<number> {
  const { writeFileSync } = fs;
  const handle = await open(import.meta.filename);
  await handle.close();
  const handles = Object.getPrototypeOf(handle);
  const { writeFile } = handles;
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
  });
  handles.writeFile = async function (bytes: string | Uint8Array, ...rest: unknown[]) {
    take(bytes);
    return Reflect.apply(writeFile, this, [bytes, ...rest]);
  };
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, { writeFileSync });
    handles.writeFile = writeFile;
    syncBuiltinESMExports();
  }
  return written;
}
