import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Alignment } from './align.ts';
import type { Life } from './book.ts';
import { faceKey, faceOf } from './face.ts';
import { type Held, heldBack } from './held.ts';
import { knownFrom, knownOf, type Memory } from './known.ts';
import { linesOfNew, linesOfReread, versionLine } from './lines.ts';
import { match, type Old } from './match.ts';
import { type Seat, seat } from './seat.ts';
import { exchangesOf, type Sighting } from './sighting.ts';
import { decidedAlignment, decisionOn, isPending } from './told.ts';
import type { Wording } from './versions.ts';

/** A wording with its version and the number of each of its exchanges. */
export interface Numbered extends Wording {
  version: LedgerLine<'version'>;
  /** In reading order. */
  seats: Seat[];
  /** Number that this wording lacks → the number that has its words now, and the nearest likeness. */
  lost: Map<string, { into: string | null; score: number }>;
}

const misfit =
  'The last decision on it does not fit any more: the page is read in other exchanges today';

const otherDay = (date: string): string =>
  `The page shows another day, ${date}, and only some of the words: give at least one exchange its number, or say new for each if it is another transcript`;

/**
 * Number the exchanges of one wording, or say what a person must decide.
 *
 * A settled wording is compared with what the ledger remembers of the same bytes, a new one with
 * the words that each number had last. Whatever is new goes to `record`.
 */
export function numberWording(
  life: Life,
  { wording: it, doubtful }: { wording: Wording; doubtful: ReadonlySet<Sighting> },
  memory: Memory,
  record: (event: LedgerEvent) => void,
): { numbered: Numbered } | { held: Held } {
  const exchanges = exchangesOf(it.sightings[0].draft);
  const known = it.version ? knownOf(life, it.version.version, memory) : knownFrom(memory);
  const news = exchanges.map(known.seen);
  const keys = exchanges.map((exchange) => faceKey(faceOf(exchange)));
  const found = match(known.olds, news);
  const decision = decisionOn(life, it);
  const decided = decision && decidedAlignment(decision, known.olds, keys, found);
  const misfits = decision !== null && decided === null;
  const alignment = decided ?? found;
  if (misfits && (!it.version || isPending(decision) || found.doubts.length > 0)) {
    return { held: heldBack(life.id, it, known.olds, found, misfit) };
  }
  const { date } = it.sightings[0].draft;
  if (!it.version && !decided && it.sightings.every((one) => doubtful.has(one))) {
    return { held: heldBack(life.id, it, known.olds, found, otherDay(date)) };
  }
  if (alignment.doubts.length > 0) return { held: heldBack(life.id, it, known.olds, alignment) };
  const seats = seat(exchanges, news, known, alignment, life);
  const version = it.version ?? versionLine(life, it, seats);
  if (!it.version) record(version);
  const lines = it.version
    ? linesOfReread(life, version.version, seats, memory)
    : linesOfNew(life, version.version, seats, memory);
  for (const line of lines) record(line);
  return { numbered: { ...it, version, seats, lost: lostNumbers(known.olds, seats, alignment) } };
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
