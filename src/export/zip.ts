import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** No time at all, as a local one because ZIP knows no other: the same bytes everywhere, always. */
const noTime = () => new Date(1980, 0, 1);

/** Measured on 670 transcripts: 6 takes twice the time for a tenth less. */
const level = 3;

/** A ZIP in the making, with its bytes as they come. Files are added one after another. */
export class Zipping {
  #made: Uint8Array[] = [];
  #file: ZipPassThrough | ZipDeflate | null = null;
  readonly #zip = new Zip((fault, bytes) => {
    if (fault) throw fault;
    this.#made.push(bytes);
  });

  /** Begins a file; `stored` files are not compressed, so that readers can seek in them. */
  begin(name: string, stored = false): void {
    this.#file = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level });
    this.#file.mtime = noTime();
    this.#zip.add(this.#file);
  }

  /** Adds to the file at hand; `last` ends it. */
  push(bytes: string | Uint8Array, last: boolean): void {
    this.#file?.push(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, last);
  }

  /** Ends the ZIP. */
  end(): void {
    this.#zip.end();
  }

  /** What was made since the last time. */
  drain(): Uint8Array {
    const bytes = Buffer.concat(this.#made);
    this.#made = [];
    return bytes;
  }
}
