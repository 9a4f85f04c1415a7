import { open } from 'node:fs/promises';

/** What to do about a file of captures that is not what it was. */
export const restore = 'restore the file from a backup';

/** A file that cannot be read as what it should be: the message says what was found, `cure` what to do. */
export class FileFault extends Error {
  readonly cure: string;

  constructor(reason: string, cure: string) {
    super(reason);
    this.cure = cure;
  }
}

/** Whether an error comes from the system, and says nothing about what is in the file. */
export const isOfSystem = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause && 'code' in cause;

const cures: Record<string, string> = {
  EACCES: 'let the user that runs Lectern read it',
  EPERM: 'let the user that runs Lectern read it',
  EMFILE: 'raise the limit of open files (`ulimit -n`) and run again',
  ENFILE: 'raise the limit of open files (`ulimit -n`) and run again',
  EIO: `look at the disk, then ${restore}`,
};

/** What is wrong with a file that should be read, by the error that reading it gave. */
export function faultOf(cause: unknown): FileFault {
  if (cause instanceof FileFault) return cause;
  if (isOfSystem(cause)) {
    const { code = '' } = cause;
    if (code === 'ENOENT') return new FileFault('Expected the file, got none', restore);
    return new FileFault(`Cannot read the file (${code})`, cures[code] ?? restore);
  }
  return new FileFault(cause instanceof Error ? cause.message : String(cause), restore);
}

const pointerStart = 'version https://git-lfs.github.com/spec/';

/** Throws if the file holds only a Git LFS pointer to its bytes. */
export async function refusePointer(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(pointerStart.length), 0);
    if (buffer.subarray(0, bytesRead).toString('latin1') !== pointerStart) return;
  } finally {
    await file.close();
  }
  throw new FileFault('Expected a WARC, got a Git LFS pointer', 'fetch its bytes: `git lfs pull`');
}
