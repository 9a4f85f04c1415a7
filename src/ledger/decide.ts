import type { LedgerLine } from '../model/ledger.ts';
import { exchangeNumber } from '../model/transcript.ts';
import type { Held } from './held.ts';

/** What a person said of one exchange: its place in the wording, from 1, and its number or `new`. */
export interface Told {
  place: number;
  n: string | null;
}

/** Read `3=4`, `3=4a` or `3=new`; null if it is none of these. */
export function readTold(text: string): Told | null {
  const [, place = '', n = ''] = /^([1-9]\d*)=(.+)$/.exec(text) ?? [];
  if (n !== 'new' && !exchangeNumber.safeParse(n).success) return null;
  return { place: Number(place), n: n === 'new' ? null : n };
}

/**
 * The ledger line that settles a held wording or corrects a settled one, or what is missing or wrong in
 * what was said, in sentences.
 *
 * What is not told stays as it is, or as alignment is sure of; what is in doubt must be told.
 */
export function decide(held: Held, told: Told[]): LedgerLine<'decided'> | { missing: string[] } {
  const said = new Map(told.map(({ place, n }) => [place, n]));
  const missing = told
    .filter(({ place }) => place > held.exchanges.length)
    .map(({ place }) => `Expected a place from 1 to ${held.exchanges.length}, got \`${place}\``);
  const again = told.filter(({ place }, at) => told.findIndex((it) => it.place === place) < at);
  missing.push(...again.map(({ place }) => `Expected each place once, got \`${place}\` twice`));
  const exchanges = held.exchanges.map(({ face, n, candidates }, at) => {
    const given = said.get(at + 1);
    const now = held.settled?.numbers[at];
    if (given === undefined && now === undefined && candidates.length > 0) {
      const numbers = candidates.map((candidate) => `${at + 1}=${candidate.n}`).join(', ');
      missing.push(`Cannot settle place ${at + 1} without one of ${numbers}, ${at + 1}=new`);
    }
    if (typeof given === 'string' && !held.numbers.includes(given)) {
      missing.push(`Expected one of ${held.numbers.join(', ')} or new, got \`${given}\``);
    }
    if (now !== undefined && (given === undefined || (given === null && isNew(held, now)))) {
      return { n: now, ...face };
    }
    return { n: given === undefined ? n : given, ...face };
  });
  const numbers = exchanges.flatMap(({ n }) => n ?? []);
  const twice = numbers.filter((n, at) => numbers.indexOf(n) !== at);
  missing.push(...twice.map((n) => `Expected each number once, got \`${n}\` twice`));
  if (missing.length > 0) return { missing };
  return { event: 'decided', id: held.transcript, capture: held.capture, exchanges };
}

/** What a line says against that of which alignment is sure, in sentences; none if it says nothing of it. */
export function overruled(held: Held, { exchanges }: LedgerLine<'decided'>): string[] {
  return held.exchanges.flatMap(({ n, score, candidates }, at) => {
    const given = exchanges[at]?.n ?? null;
    const now = held.settled?.numbers[at];
    if (candidates.length > 0 || given === n || given === now) return [];
    const words =
      n === null ? 'new by its words' : `${n} by its words (likeness ${score.toFixed(2)})`;
    return `Place ${at + 1} is surely ${words}, and you say ${given ?? 'new'}`;
  });
}

const isNew = ({ settled }: Held, n: string): boolean => settled?.minted.includes(n) === true;
