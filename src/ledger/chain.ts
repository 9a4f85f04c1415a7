import { createHash } from 'node:crypto';
import type { LedgerEvent } from '../model/ledger.ts';
import { branchWinners, type Link } from './branches.ts';

/** A line of a ledger file: its text, what it says, and the digests of the lines that it was written after. */
export interface ChainLine {
  text: string;
  event: LedgerEvent;
  /** Null for a line of Lectern 0.1, which knew no chain. */
  follows: string[] | null;
}

/** A ledger file, read. */
export interface Chain {
  /** Positions of the lines that count, in order; what was written twice, or lost to another branch, is missing. */
  counts: number[];
  /** Digests of the lines that no line follows. The next line is written after all of them. */
  heads: string[];
  /** Digests of all lines. */
  known: ReadonlySet<string>;
  /** Lines that follow one that is not there. */
  lost: { at: number; digest: string }[];
}

/** Digest of a line's text: how the next one names it. */
export const lineDigest = (text: string): string => cut(createHash('sha256').update(text));

/** The text of a new line, written after the lines with these digests. */
export const chained = (event: LedgerEvent, follows: readonly string[]): string =>
  JSON.stringify({ ...event, follows: follows.join(' ') });

/**
 * Read the lines of a ledger file, which are a set with an order: each says which it was written after.
 *
 * A line that is there twice counts once, so that two runs or a merge that wrote the same do no harm. A line that
 * follows one that is not there shows that a line was lost. If two copies of an archive went on by
 * themselves and were merged, {@link branchWinners} says which lines count.
 *
 * Lines of Lectern 0.1 come first and have no chain; the first line after them carries the digest of them all.
 */
export function readChain(lines: readonly ChainLine[]): Chain {
  const seen = new Map<string, number>();
  const first = lines.flatMap(({ text }, at) => {
    const again = seen.has(text);
    if (!again) seen.set(text, at);
    return again ? [] : [at];
  });
  const unchained = first.filter((at) => lines[at]?.follows === null);
  const beforeIt = new Map(unchained.map((at, nth) => [at, unchained[nth - 1]]));
  const places = new Map<string, number>(prefixDigests(unchained.map((at) => [at, lines[at]])));
  for (const at of first) {
    const line = lines[at];
    if (line && line.follows !== null) places.set(lineDigest(line.text), at);
  }
  const lost: Chain['lost'] = [];
  const links = new Map<number, Link>();
  for (const at of first) {
    const line = lines[at];
    if (!line) continue;
    const before = beforeIt.get(at);
    const named = (line.follows ?? []).map((digest) => ({ digest, place: places.get(digest) }));
    for (const { digest, place } of named) if (place === undefined) lost.push({ at, digest });
    const parents = named.flatMap(({ place }) => place ?? []);
    const { text, event } = line;
    links.set(at, { text, event, parents: before === undefined ? parents : [before] });
  }
  const ordered = parentsFirst(links);
  return {
    counts: branchWinners(ordered),
    heads: headsOf(ordered, places),
    known: new Set(places.keys()),
    lost,
  };
}

/** The same lines, each below those that it follows; else in their order. */
function parentsFirst(links: ReadonlyMap<number, Link>): Map<number, Link> {
  const ordered = new Map<number, Link>();
  let waiting = [...links];
  while (waiting.length > 0) {
    const late: typeof waiting = [];
    for (const [at, link] of waiting) {
      if (link.parents.every((parent) => ordered.has(parent))) ordered.set(at, link);
      else late.push([at, link]);
    }
    waiting = late;
  }
  return ordered;
}

/** The digest of the first line alone, of the first two, and so on, each with the position of its last. */
function prefixDigests(lines: [at: number, line: ChainLine | undefined][]): [string, number][] {
  const hash = createHash('sha256');
  return lines.map(([at, line]) => {
    hash.update(`${line?.text}\n`);
    return [cut(hash.copy()), at];
  });
}

function headsOf(links: ReadonlyMap<number, Link>, places: ReadonlyMap<string, number>): string[] {
  const followed = new Set([...links.values()].flatMap(({ parents }) => parents));
  return [...places].flatMap(([digest, at]) => (followed.has(at) ? [] : [digest])).sort();
}

const cut = (hash: ReturnType<typeof createHash>): string => hash.digest('base64url').slice(0, 16);
