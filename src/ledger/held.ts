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
  /** The numbers that the wording is compared with. */
  numbers: string[];
  /** Every exchange of the wording in reading order. */
  exchanges: HeldExchange[];
}

/** One exchange of a wording that is held back. */
export interface HeldExchange {
  face: Face;
  /** First words of the question, else of the answer, for a person to know it by. */
  starts: string;
  /** Where nothing is in doubt: its number, or null for a new one. */
  n: string | null;
  /** Numbers that it may have, likeliest first; empty where nothing is in doubt. */
  candidates: { n: string; score: number }[];
}

/** Lay out a wording whose alignment leaves doubts. */
export function heldBack(
  transcript: string,
  { sightings: [{ draft, capture }] }: Wording,
  olds: Old[],
  alignment: Alignment,
): Held {
  const sure = new Map(alignment.pairs.map((pair) => [pair.new, olds[pair.old]?.n]));
  const exchanges = exchangesOf(draft).map((exchange, at): HeldExchange => {
    const { question, answer } = exchangeWords(exchange);
    const doubts = alignment.doubts.filter((pair) => pair.new === at);
    return {
      face: faceOf(exchange),
      starts: (question || answer).slice(0, 40),
      n: sure.get(at) ?? null,
      candidates: doubts
        .sort((a, b) => b.score - a.score)
        .flatMap(({ old, score }) => (olds[old] ? [{ n: olds[old].n, score }] : [])),
    };
  });
  const numbers = olds.map(({ n }) => n);
  return { transcript, capture: capture.sha256, url: capture.url, numbers, exchanges };
}
