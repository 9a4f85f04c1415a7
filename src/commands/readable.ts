import type { CaptureRef } from '../model/capture.ts';

type Named = Pick<CaptureRef, 'sha256' | 'url'>;

/** Which captures of a source can be read today. */
export class Readable {
  /** How many WARCs, records and lists are damaged, missing or closed to us. */
  faults = 0;
  readonly #digests = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #lost = new Set<string>();

  /** A capture was read. */
  add(capture: Named): void {
    const key = keyOf(capture);
    this.#digests.add(capture.sha256);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** A capture of this address is listed and cannot be read. */
  lose(url: string): void {
    this.#lost.add(url);
  }

  /** Whether a capture of this address is listed and cannot be read. */
  isLost(url: string): boolean {
    return this.#lost.has(url);
  }

  /** Whether any address showed these bytes. */
  has(sha256: string): boolean {
    return this.#digests.has(sha256);
  }

  /**
   * Those of `captures` that cannot be read. Bytes that an address showed several times are asked for as
   * many times: one that is missing may be the one that made an older wording today's again.
   */
  missing<T extends Named>(captures: readonly T[]): T[] {
    const left = new Map(this.#counts);
    return captures.filter((capture) => {
      const key = keyOf(capture);
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count <= 0;
    });
  }
}

const keyOf = ({ sha256, url }: Named): string => `${sha256} ${url}`;
