import type { LedgerLine } from '../model/ledger.ts';
import { exchangeNumber } from '../model/transcript.ts';
import type { Held } from './held.ts';

/** What a person said of one exchange: its place in the held wording, from 1, and its number or `new`. */
export interface Told {
  place: number;
  n: string | null;
}

/** Read `3=4`, `3=4a` or `3=new`; null where it is none of these. */
export function readTold(text: string): Told | null {
  const [, place = '', n = ''] = /^([1-9]\d*)=(.+)$/.exec(text) ?? [];
  if (n !== 'new' && !exchangeNumber.safeParse(n).success) return null;
  return { place: Number(place), n: n === 'new' ? null : n };
}

/**
 * The ledger line that settles a held wording, or what is still missing or wrong, in sentences.
 *
 * What alignment was sure of stands unless a person says otherwise; what was in doubt must be told.
 */
export function decide(held: Held, told: Told[]): LedgerLine<'decided'> | { missing: string[] } {
  const said = new Map(told.map(({ place, n }) => [place, n]));
  const missing = told
    .filter(({ place }) => place > held.exchanges.length)
    .map(({ place }) => `Expected a place from 1 to ${held.exchanges.length}, got \`${place}\``);
  const exchanges = held.exchanges.map(({ face, n, candidates }, at) => {
    const given = said.get(at + 1);
    if (given === undefined && candidates.length > 0) {
      const numbers = candidates.map((candidate) => `${at + 1}=${candidate.n}`).join(', ');
      missing.push(`Cannot settle place ${at + 1} without one of ${numbers}, ${at + 1}=new`);
    }
    if (typeof given === 'string' && !held.numbers.includes(given)) {
      missing.push(`Expected one of ${held.numbers.join(', ')} or new, got \`${given}\``);
    }
    return { n: given === undefined ? n : given, ...face };
  });
  const numbers = exchanges.flatMap(({ n }) => n ?? []);
  const twice = numbers.filter((n, at) => numbers.indexOf(n) !== at);
  missing.push(...twice.map((n) => `Expected each number once, got \`${n}\` twice`));
  if (missing.length > 0) return { missing };
  return { event: 'decided', id: held.transcript, capture: held.capture, exchanges };
}
