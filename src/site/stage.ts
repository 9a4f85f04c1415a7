import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Digests, Inventory } from './inventory.ts';

/** Where a build puts its files before any of the site is replaced. */
export class Stage {
  readonly folder: string;
  /** Digest of each file that is staged, as far as it is known without reading it. */
  readonly digests: Digests = {};
  /** Files of the last build that stay as they are. */
  readonly kept: string[] = [];
  readonly #sound: Inventory;
  readonly #folders = new Set<string>();
  readonly #signal: AbortSignal | undefined;

  /** `sound`: the files of the last build that are there and whole; an aborted `signal` stages no more. */
  constructor(folder: string, sound: Inventory, signal?: AbortSignal) {
    this.folder = folder;
    this.#sound = sound;
    this.#signal = signal;
  }

  /** Whether the last build's file is there and whole. */
  stands(file: string): boolean {
    return this.#sound[file] !== undefined;
  }

  /** Keeps the last build's file. */
  keep(file: string): void {
    this.kept.push(file);
  }

  /** Stages a file, or keeps the last build's where that has the same bytes. */
  put(file: string, bytes: string | Uint8Array): void {
    this.#signal?.throwIfAborted();
    const name = file.replace(/^\//, '').replaceAll(path.sep, '/');
    // Encoded once for digest and file; a page comes as a string of thousands of pieces.
    const encoded = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    const digest = fileDigest(encoded);
    if (this.#sound[name]?.[0] === digest) {
      this.keep(name);
      return;
    }
    const full = path.join(this.folder, name);
    const folder = path.dirname(full);
    // Not by promises, which take three times the CPU for a small file, and nothing else waits here.
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(full, encoded);
    this.digests[name] = digest;
  }
}

/** A file's digest as the inventory has it. */
export const fileDigest = (bytes: string | Uint8Array): string =>
  hash('sha256', bytes, 'base64url').slice(0, 16);
