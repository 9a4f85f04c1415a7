import type { Archive } from '../model/archive.ts';
import type { Briefing, EditionAlignment, EditionPair } from '../model/edition.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { exchangesOf } from './sheets.ts';

/** A briefing that more than one source published, with its transcripts. */
export interface EditionsSheet {
  path: string;
  briefing: Briefing;
  /** Sorted by id. */
  editions: Transcript[];
  readings: ReadingSheet[];
}

/** Two editions of a briefing to be read beside each other. */
export interface ReadingSheet {
  path: string;
  briefing: Briefing;
  alignment: EditionAlignment;
  a: Transcript;
  b: Transcript;
}

/** What stands in one place of a reading: the same exchange of both editions, or that of one. */
export interface Slot {
  a: Exchange | null;
  b: Exchange | null;
  pair: EditionPair | null;
}

/** Where another edition has an exchange, or that it surely does not. */
export interface Counterpart {
  edition: Transcript;
  reading: ReadingSheet;
  /** Its id there; null where only this edition has it. */
  exchange: string | null;
}

/** A sheet for every briefing of several editions, the newest first. */
export function editionsSheets({ briefings, transcripts }: Archive): EditionsSheet[] {
  const byId = new Map(transcripts.map((it) => [it.id, it]));
  return briefings
    .map((briefing) => {
      const path = `/editions/${briefing.id}/`;
      const readings = briefing.alignments.flatMap((alignment): ReadingSheet[] => {
        const [a, b] = [byId.get(alignment.a), byId.get(alignment.b)];
        return a && b
          ? [{ path: `${path}${a.source}/${b.source}/`, briefing, alignment, a, b }]
          : [];
      });
      const editions = briefing.editions.flatMap((id) => byId.get(id) ?? []);
      return { path, briefing, editions, readings };
    })
    .sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : -1));
}

const dayOf = ({ editions: [first], briefing }: EditionsSheet): string =>
  `${first?.date} ${briefing.id}`;

/** Both editions in the order of the first; what only the second has stands after what it follows there. */
export function slotsOf({ a, b, alignment }: ReadingSheet): Slot[] {
  const [left, right] = [exchangesOf(a), exchangesOf(b)];
  const pairs = new Map(alignment.pairs.map((pair) => [pair.a, pair]));
  const paired = new Set(alignment.pairs.map((pair) => pair.b));
  const slots = left.map((exchange): Slot => {
    const pair = pairs.get(exchange.id) ?? null;
    return { a: exchange, b: right.find(({ id }) => id === pair?.b) ?? null, pair };
  });
  for (const [at, exchange] of right.entries()) {
    if (paired.has(exchange.id)) continue;
    const before = right[at - 1];
    const place = before ? slots.findIndex((slot) => slot.b === before) + 1 : 0;
    slots.splice(place, 0, { a: null, b: exchange, pair: null });
  }
  return slots;
}

/** Exchange id → what the other editions of its briefing have of it. */
export function counterpartsOf(sheets: EditionsSheet[]): Map<string, Counterpart[]> {
  const found = new Map<string, Counterpart[]>();
  const put = (id: string, counterpart: Counterpart) =>
    found.set(id, [...(found.get(id) ?? []), counterpart]);
  for (const reading of sheets.flatMap(({ readings }) => readings)) {
    const { a, b, alignment } = reading;
    for (const pair of alignment.pairs) {
      put(pair.a, { edition: b, reading, exchange: pair.b });
      put(pair.b, { edition: a, reading, exchange: pair.a });
    }
    for (const fact of alignment.facts) {
      if (fact.kind === 'only-in-a') put(fact.exchange, { edition: b, reading, exchange: null });
      if (fact.kind === 'only-in-b') put(fact.exchange, { edition: a, reading, exchange: null });
    }
  }
  return found;
}
