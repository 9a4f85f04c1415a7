import type { DraftExchange } from '../model/draft.ts';
import type { Life } from './book.ts';
import { faceKey, faceOf } from './face.ts';
import type { Old, Seen } from './match.ts';
import { partsInMemory, rememberedParts } from './part-letters.ts';
import { clauseSight, rememberedSight, wordSight } from './sight.ts';
import { exchangeWording } from './wording.ts';

/** What the versions folded so far said. */
export interface Memory {
  /** The numbers of the last one, in reading order. */
  shown: string[];
  /** Number → its words in the last version that had it, and that version. */
  words: Map<string, { exchange: DraftExchange; version: string }>;
}

/** What the exchanges of a wording are compared with, and how. */
export interface Known {
  olds: Old[];
  /** A new exchange in the terms of `olds`. */
  seen(exchange: DraftExchange): Seen;
  /** The parts that a number had. */
  partsOf(n: string): Old[];
}

/**
 * For a settled wording: what the ledger remembers of the same bytes, in clauses. A number that a
 * better parser found in an earlier wording is known too, so that it is not minted once a version.
 */
export function knownOf(life: Life, version: string, { words }: Memory): Known {
  const faces = life.faces.get(version) ?? new Map();
  const others = [...words].filter(([n]) => !faces.has(n));
  const seen = (exchange: DraftExchange): Seen => ({
    key: faceKey(faceOf(exchange)),
    sight: () => clauseSight(exchange),
  });
  return {
    olds: [
      ...[...faces].map(([n, face]) => ({
        n,
        key: faceKey(face),
        placed: false,
        sight: () => rememberedSight(face),
      })),
      ...others.map(([n, { exchange }]) => ({ n, placed: false, ...seen(exchange) })),
    ],
    seen,
    partsOf: (n) => {
      const last = words.get(n);
      const isCorrected = life.corrected.get(version)?.has(n) && last;
      const face = isCorrected ? undefined : faces.get(n);
      return face || !last
        ? rememberedParts(face ?? { asker: null, question: '', answer: '' })
        : partsInMemory(last.exchange);
    },
  };
}

/** For a new wording: the words that each number had last, those of the last version in their places. */
export function knownFrom({ shown, words }: Memory): Known {
  const places = [...shown, ...[...words.keys()].filter((n) => !shown.includes(n))];
  const seen = (exchange: DraftExchange): Seen => ({
    key: exchangeWording(exchange),
    sight: () => wordSight(exchange),
  });
  return {
    olds: places.flatMap((n, at) => {
      const last = words.get(n);
      return last ? [{ n, placed: at < shown.length, ...seen(last.exchange) }] : [];
    }),
    seen,
    partsOf: (n) => {
      const last = words.get(n);
      return last ? partsInMemory(last.exchange) : [];
    },
  };
}
