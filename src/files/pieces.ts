import path from 'node:path';
import type { Piece } from '../model/piece.ts';
import { beginFile, type Growing } from './write.ts';

/**
 * Write pieces as they come into files below a folder. A file has its name only once it is whole and on
 * the disk; if that fails, what is unfinished is removed and files of before stay as they were.
 */
export async function writePieces(folder: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const begun = new Map<string, Growing>();
  try {
    for await (const { path: name, bytes, last } of pieces) {
      const file = begun.get(name) ?? (await beginFile(path.join(folder, name)));
      begun.set(name, file);
      await file.append(bytes);
      if (!last) continue;
      await file.finish();
      begun.delete(name);
    }
  } finally {
    for (const file of begun.values()) await file.drop();
  }
}
