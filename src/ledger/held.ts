import type { Face } from '../model/ledger.ts';
import type { Alignment } from './align.ts';
import { exchangeWords } from './exchange-words.ts';
import { faceOf } from './face.ts';
import type { Old } from './match.ts';
import { exchangesOf } from './sighting.ts';
import type { Wording } from './versions.ts';

/** A wording that is held back: what is known, and what `lectern settle` must be told. */
export interface Held {
  /** Transcript id. */
  transcript: string;
  /** Digest and URL of the first capture that shows the wording. */
  capture: string;
  url: string;
  /** Why a person is asked, as a sentence; null if it is only that exchanges are in doubt. */
  reason: string | null;
  /** If it is settled: its version, the number of each exchange, and those that were minted in it. */
  settled: { version: string; numbers: string[]; minted: string[] } | null;
  /** The numbers that an exchange of it may be given. */
  numbers: string[];
  /** Every exchange of the wording in reading order. */
  exchanges: HeldExchange[];
}

/** One exchange of a wording that is held back. */
export interface HeldExchange {
  face: Face;
  /** First words of the question, else of the answer, for a person to know it by. */
  starts: string;
  /** If nothing is in doubt: its number, or null for a new one. */
  n: string | null;
  /** How alike the words are that have that number; 0 for a new one. */
  score: number;
  /** Numbers that it may have, likeliest first; empty if nothing is in doubt. */
  candidates: { n: string; score: number }[];
}

/**
 * Lay out a wording that needs a person.
 *
 * Nothing that may be true is left out: an exchange without a sure number is offered every number that
 * no other surely has, the likeliest first. With a `reason` the doubt is about the whole wording, and no
 * number is sure.
 */
export function heldBack(
  transcript: string,
  { sightings: [{ draft, capture }] }: Wording,
  olds: Old[],
  alignment: Alignment,
  reason: string | null = null,
): Held {
  const open = [...alignment.doubts, ...(reason === null ? [] : alignment.pairs)];
  const inDoubt = new Set(open.map((it) => it.new));
  const sure = alignment.pairs.filter((it) => !inDoubt.has(it.new));
  const pieces = new Set(alignment.splits.map((it) => it.new));
  const taken = new Set([...sure, ...alignment.merges].map(({ old }) => old));
  const free = [...olds.keys()].filter((old) => !taken.has(old));
  const weighed = [...alignment.doubts, ...alignment.pairs, ...alignment.weighed];
  const candidatesAt = (at: number): HeldExchange['candidates'] =>
    free
      .map((old) => ({
        n: olds[old]?.n ?? '',
        score: weighed.find((it) => it.old === old && it.new === at)?.score ?? 0,
      }))
      .sort((a, b) => b.score - a.score);
  const exchanges = exchangesOf(draft).map((exchange, at): HeldExchange => {
    const { question, answer } = exchangeWords(exchange);
    const pair = sure.find((it) => it.new === at);
    const isSure = pair !== undefined || (pieces.has(at) && !inDoubt.has(at));
    return {
      face: faceOf(exchange),
      starts: (question || answer).slice(0, 40),
      n: (pair && olds[pair.old]?.n) ?? null,
      score: pair?.score ?? 0,
      candidates: isSure ? [] : candidatesAt(at),
    };
  });
  const numbers = olds.map(({ n }) => n);
  const about = { transcript, capture: capture.sha256, url: capture.url, reason };
  return { ...about, settled: null, numbers, exchanges };
}
