import type { DraftExchange } from '../model/draft.ts';
import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Alignment } from './align.ts';
import type { Life } from './book.ts';
import { faceKey, faceOf } from './face.ts';
import { type Held, heldBack } from './held.ts';
import { match, type Seen } from './match.ts';
import { type Old, type Seat, seat } from './seat.ts';
import { clauseSight, rememberedSight, wordSight } from './sight.ts';
import { exchangesOf } from './sighting.ts';
import { ordinal, type Wording } from './versions.ts';
import { wording } from './wording.ts';

/** A wording with its version and the number of each of its exchanges. */
export interface Numbered extends Wording {
  version: LedgerLine<'version'>;
  /** In reading order. */
  seats: Seat[];
  /** Number that this wording lacks → the number that has its words now, and the nearest likeness. */
  lost: Map<string, { into: string | null; score: number }>;
}

/** Number → the words it had in the last version that was folded, and that version. */
export type LastSeen = Map<string, { exchange: DraftExchange; version: string }>;

/**
 * Number the exchanges of one wording, or say what a person must decide.
 *
 * A settled wording is compared with what the ledger remembers of the same bytes, a new one with
 * the words that each number had last. Whatever is new goes to `record`.
 */
export function numberWording(
  life: Life,
  it: Wording,
  lastSeen: LastSeen,
  record: (event: LedgerEvent) => void,
): { numbered: Numbered } | { held: Held } {
  const exchanges = exchangesOf(it.sightings[0].draft);
  const olds = it.version ? remembered(life, it.version.version) : inMemory(lastSeen);
  const news = exchanges.map(it.version ? inClauses : inWords);
  const alignment = match(olds, news);
  if (alignment.doubts.length > 0) return { held: heldBack(life.id, it, { olds, alignment }) };
  const seats = seat(exchanges, { olds, news }, alignment, life.numbers);
  const version = it.version ?? newVersion(life, it, seats);
  if (!it.version) record(version);
  for (const { n, ...rest } of seats) {
    const from = it.version ? undefined : lastSeen.get(n)?.version;
    const line = lineOf({ n, ...rest }, life.id, version.version, from);
    if (line) record(line);
    lastSeen.set(n, { exchange: rest.exchange, version: version.version });
  }
  return { numbered: { ...it, version, seats, lost: lostNumbers(olds, seats, alignment) } };
}

function remembered(life: Life, version: string): Old[] {
  return [...(life.faces.get(version) ?? [])].map(([n, face]) => ({
    n,
    key: faceKey(face),
    sight: () => rememberedSight(face),
  }));
}

function inMemory(lastSeen: LastSeen): Old[] {
  return [...lastSeen].map(([n, { exchange }]) => ({ n, ...inWords(exchange) }));
}

const inClauses = (exchange: DraftExchange): Seen => ({
  key: faceKey(faceOf(exchange)),
  sight: () => clauseSight(exchange),
});

const inWords = (exchange: DraftExchange): Seen => ({
  key: wording([exchange]),
  sight: () => wordSight(exchange),
});

function newVersion(life: Life, it: Wording, seats: Seat[]): LedgerLine<'version'> {
  const [first] = it.sightings;
  const last = Math.max(0, ...[...life.versions.keys()].map(ordinal));
  return {
    event: 'version',
    id: life.id,
    version: `v${last + 1}`,
    digest: it.digest,
    capture: first.capture.sha256,
    seen: first.recorded,
    same: seats.filter(({ outcome }) => outcome === 'same').map(({ n }) => n),
  };
}

/** `from` is the version compared with, undefined where the bytes are the same. */
function lineOf(
  { n, outcome, of, score, exchange }: Seat,
  transcript: string,
  version: string,
  from: string | undefined,
): LedgerEvent | null {
  const about = { id: `${transcript}/${n}`, version };
  const face = faceOf(exchange);
  if (outcome === 'same') return null;
  if (outcome === 'new') return { event: 'minted', ...about, ...face };
  if (of !== null) return { event: 'split', ...about, of, score: rounded(score), ...face };
  if (from === undefined) return { event: 'reread', ...about, score: rounded(score), ...face };
  return { event: 'edited', ...about, from, score: rounded(score), ...face };
}

function lostNumbers(olds: Old[], seats: Seat[], { merges, nearest }: Alignment): Numbered['lost'] {
  const kept = new Set(seats.map(({ n }) => n));
  const into = new Map(merges.map((pair) => [pair.old, seats[pair.new]?.n ?? null]));
  return new Map(
    olds.flatMap(({ n }, at) =>
      kept.has(n) ? [] : [[n, { into: into.get(at) ?? null, score: nearest[at] ?? 0 }]],
    ),
  );
}

/** Scores are written with three decimals. */
const rounded = (score: number): number => Math.round(score * 1000) / 1000;
