import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Life } from './book.ts';
import { faceKey, faceOf, partsKey } from './face.ts';
import type { Memory } from './known.ts';
import type { Seat } from './seat.ts';
import { ordinal, type Wording } from './versions.ts';
import { exchangeWording } from './wording.ts';

/** The line about a wording that is settled for the first time. */
export function versionLine(life: Life, it: Wording, seats: Seat[]): LedgerLine<'version'> {
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

/**
 * The lines about the exchanges of a version seen for the first time, in reading order; then those
 * about the same words in other paragraphs, which are no change but are known by other clauses.
 */
export function linesOfNew(
  life: Life,
  version: string,
  seats: Seat[],
  { words }: Memory,
): LedgerEvent[] {
  const told = seats.flatMap((seat, at) => {
    const about = aboutSeat(life.id, version, seat);
    const from = words.get(seat.n)?.version;
    if (from === undefined) return [firstLine(about, seat)];
    const { score } = about;
    const lines: LedgerEvent[] = [];
    if (seat.outcome === 'edited') {
      lines.push({ event: 'edited', ...about, from, score, ...faceOf(seat.exchange) });
    }
    if (seat.moved) {
      const after = seats[at - 1]?.n ?? null;
      lines.push({ event: 'moved', ...about, from, after, score });
    }
    return [...lines, ...partLines(about, seat)];
  });
  const unmoved = seats.filter(({ outcome }) => outcome === 'same');
  return [...told, ...unmoved.flatMap((seat) => rereadLine(life, version, seat))];
}

/**
 * The lines about the exchanges of a known version where a better parser reads the same bytes otherwise,
 * or where a person corrected which number they are.
 */
export function linesOfReread(
  life: Life,
  version: string,
  seats: Seat[],
  { words }: Memory,
): LedgerEvent[] {
  return seats.flatMap((seat) => {
    const about = aboutSeat(life.id, version, seat);
    const pinned = life.faces.get(version)?.get(seat.n);
    if (!pinned && !life.numbers.includes(seat.n)) return [firstLine(about, seat)];
    const before = life.corrected.get(version)?.has(seat.n) ? words.get(seat.n) : undefined;
    if (before && exchangeWording(before.exchange) !== exchangeWording(seat.exchange)) {
      const edited = { ...about, from: before.version, ...faceOf(seat.exchange) };
      return [{ event: 'edited', ...edited }, ...partLines(about, seat)];
    }
    const reread = rereadLine(life, version, seat);
    return reread.length > 0 ? [...reread, ...partLines(about, seat)] : [];
  });
}

/** Nothing where the ledger knows the exchange by the very face that it has. */
function rereadLine(life: Life, version: string, seat: Seat): LedgerEvent[] {
  const pinned = life.faces.get(version)?.get(seat.n);
  const face = faceOf(seat.exchange);
  const same = pinned && faceKey(pinned) === faceKey(face) && partsKey(pinned) === partsKey(face);
  return same ? [] : [{ event: 'reread', ...aboutSeat(life.id, version, seat), ...face }];
}

interface About {
  id: string;
  version: string;
  score: number;
}

const aboutSeat = (id: string, version: string, { n, score }: Seat): About => ({
  id: `${id}/${n}`,
  version,
  score: rounded(score),
});

function firstLine({ id, version, score }: About, { of, exchange }: Seat): LedgerEvent {
  const face = faceOf(exchange);
  if (of === null) return { event: 'minted', id, version, ...face };
  return { event: 'split', id, of, version, score, ...face };
}

function partLines({ id, version }: About, { parts }: Seat): LedgerEvent[] {
  return parts.map(({ part, outcome, score }) => ({
    event: 'part',
    id,
    part,
    version,
    outcome,
    score: rounded(score),
  }));
}

/** Scores are written with three decimals. */
export const rounded = (score: number): number => Math.round(score * 1000) / 1000;
