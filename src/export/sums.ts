import { createHash, type Hash } from 'node:crypto';
import type { Piece } from '../model/piece.ts';

/** A file that was written, as `SHA256SUMS` and `datapackage.json` name it. */
export interface SummedFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** Sizes and digests of files whose pieces go by. */
export class Sums {
  /** Those that are whole, in the order in which they became so. */
  readonly files: SummedFile[] = [];
  readonly #begun = new Map<string, { bytes: number; hash: Hash }>();

  /** The same pieces, noted. */
  *noting(pieces: Iterable<Piece>): Generator<Piece> {
    for (const piece of pieces) {
      this.note(piece);
      yield piece;
    }
  }

  /** As `sha256sum` prints them, sorted. */
  text(): string {
    return this.files
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .sort()
      .join('');
  }

  private note({ path, bytes, last }: Piece): void {
    const sum = this.#begun.get(path) ?? { bytes: 0, hash: createHash('sha256') };
    this.#begun.set(path, sum);
    sum.bytes += typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
    sum.hash.update(bytes);
    if (!last) return;
    this.#begun.delete(path);
    this.files.push({ path, bytes: sum.bytes, sha256: sum.hash.digest('hex') });
  }
}
