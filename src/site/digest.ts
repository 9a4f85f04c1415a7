import { hash } from 'node:crypto';

/** A digest of values as JSON, so that what is not in JSON, such as a Map, must be spread first. */
export const digestOf = (...parts: unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
