/** A set of features; of a sample, all features up to `limit` are known and none above it. */
export interface Bag {
  features: Set<number>;
  limit: number;
}

/**
 * The `size` smallest clause hashes of a text, ascending, four base64url characters each.
 *
 * The smallest hashes are a fair sample of the clauses whatever the text's boundaries are, so the
 * share of a sketch that is found in another text estimates the share of its clauses there.
 */
export function sketch(text: string, size: number): string {
  const hashes = [...new Set(clauses(text))].sort((a, b) => a - b);
  return hashes.slice(0, size).map(encode).join('');
}

/** The bag behind a sketch that was made with the same `size`. */
export function readSketch(written: string, size: number): Bag {
  const hashes = (written.match(/.{4}/g) ?? []).map(decode);
  return {
    features: new Set(hashes),
    limit: hashes.length < size ? Number.POSITIVE_INFINITY : (hashes.at(-1) ?? 0),
  };
}

/** All clauses of a text, in the numbers that `readSketch` gives. */
export function clauseBag(text: string): Bag {
  return { features: new Set(clauses(text)), limit: Number.POSITIVE_INFINITY };
}

/** Hashes of what stands between punctuation marks, letters and digits only. */
function clauses(text: string): number[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,.!?;:、。\n]+/u)
    .map((clause) => clause.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((clause) => clause !== '')
    .map(hash24);
}

/** FNV-1a over UTF-16 units with a final mix, cut to 24 bits. */
function hash24(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & 0xffffff;
}

/** The digits of base64url, without its machinery: a briefing has hundreds of hashes. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const encode = (hash: number): string =>
  [18, 12, 6, 0].map((shift) => digits[(hash >> shift) & 63]).join('');

const decode = (letters: string): number =>
  [...letters].reduce((hash, letter) => hash * 64 + digits.indexOf(letter), 0);
