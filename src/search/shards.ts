import { utf8 } from './bytes.ts';

/** Gets a file of the index by its path from the site's folder; rejects where it cannot. */
export type Load = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A file of the index that did not come, or came damaged. Asking again is worth a try. */
export class ShardFault extends Error {
  constructor(path: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`Cannot search without \`${path}\`: ${why}`, { cause });
  }
}

/** Unpacked files of the index, each loaded once; a fault is forgotten, so that a retry asks again. */
export class Shards {
  readonly #load: Load;
  readonly #known = new Map<string, Promise<Uint8Array>>();

  constructor(load: Load) {
    this.#load = load;
  }

  /** The file's bytes, unpacked and checked against its own checksum. */
  bytes(path: string): Promise<Uint8Array> {
    const known = this.#known.get(path);
    if (known) return known;
    const coming = this.#load(path)
      .then(unpack)
      .catch((cause: unknown) => {
        this.#known.delete(path);
        throw new ShardFault(path, cause);
      });
    this.#known.set(path, coming);
    return coming;
  }

  /** A file that is JSON; its shape is the builder's promise, kept by the file's checksum. */
  async json<Shape>(path: string): Promise<Shape> {
    return JSON.parse(utf8.decode(await this.bytes(path)));
  }
}

/** Undoes gzip; rejects on anything that is cut, damaged or not gzip, such as a host's error page. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
