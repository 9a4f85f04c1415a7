import { createHash } from 'node:crypto';

/** A page's bytes are checked, named and stored: two of four digests of an import were made before. */
const made = new WeakMap<Uint8Array, Map<string, Buffer>>();

/**
 * The digest of bytes that nobody changes afterwards, remembered as long as the bytes themselves.
 * `algorithm` is a name that Node knows.
 */
export function digestOf(bytes: Uint8Array, algorithm: string): Buffer {
  const known = made.get(bytes) ?? new Map<string, Buffer>();
  made.set(bytes, known);
  const digest = known.get(algorithm) ?? createHash(algorithm).update(bytes).digest();
  known.set(algorithm, digest);
  return digest;
}

/** Hex SHA-256, as {@link digestOf} makes it. */
export const sha256Of = (bytes: Uint8Array): string => digestOf(bytes, 'sha256').toString('hex');
