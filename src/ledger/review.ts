import type { LedgerEvent } from '../model/ledger.ts';
import { enter, lifeOf, readBook } from './book.ts';
import { type Held, heldBack } from './held.ts';
import { identify } from './identify.ts';
import { type Known, knownFrom } from './known.ts';
import { match } from './match.ts';
import type { Numbered } from './number-wording.ts';
import { foldWordings } from './settle-transcript.ts';
import { exchangesOf, type Sighting } from './sighting.ts';
import { latestWording } from './versions.ts';

/**
 * A settled wording laid out as if it were held: what alignment is sure of and what is in doubt, beside
 * the numbers that it has, so that a person can correct them. Null for an unknown transcript or version.
 *
 * Without `version` it is the wording that the record shows today. `sightings` are those of the
 * transcript or more, `ledger` is that of its source.
 */
export function review(
  sightings: Sighting[],
  ledger: LedgerEvent[],
  id: string,
  version?: string,
): Held | null {
  const book = readBook(ledger);
  const { shown, doubtful } = identify(sightings, book, (event) => enter(book, event));
  const life = lifeOf(book, id);
  const before = new Map<Numbered, Known>();
  const { numbered } = foldWordings(
    life,
    { sightings: shown.get(id) ?? [], doubtful },
    (event) => enter(book, event),
    (it, memory) => void before.set(it, knownFrom(memory)),
  );
  const found =
    version === undefined
      ? latestWording(numbered)
      : numbered.find((it) => it.version.version === version);
  const known = found && before.get(found);
  if (!found || !known) return null;
  const { olds, seen } = known;
  const alignment = match(olds, exchangesOf(found.sightings[0].draft).map(seen));
  const numbers = found.seats.map(({ n }) => n);
  const earlier = new Set(olds.map(({ n }) => n));
  return {
    ...heldBack(id, found, olds, alignment),
    capture: found.version.capture,
    settled: {
      version: found.version.version,
      numbers,
      minted: numbers.filter((n) => !earlier.has(n)),
    },
    numbers: life.numbers,
  };
}
