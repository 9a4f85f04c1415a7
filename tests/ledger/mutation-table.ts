import type { Held } from '../../src/ledger/held.ts';
import { once } from '../../src/ledger/once.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Draft, DraftExchange } from '../../src/model/draft.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { sighting } from './drafts.ts';
import { type Descended, type Mutation, mutations, unchanged } from './mutations.ts';
import { type Chance, chanceFrom } from './random.ts';

/** What became of the old links of pages that one mutation, or two, changed. */
export interface Row {
  mutation: string;
  pages: number;
  links: number;
  /** Links that reach an exchange with none of their words. */
  wrong: number;
  /** Links that reach neither an exchange nor a tombstone nor a redirect. */
  dead: number;
  /** Links whose exchange is still there under another number. */
  lost: number;
  reworded: number;
  /** Reworded exchanges that kept their number. */
  kept: number;
  /** Pages whose new version was held back. */
  held: number;
  /** Links of those pages whose words are on the page, and whose number no place of them is offered. */
  unoffered: number;
  /** Where it went wrong, for a person to look at. */
  faults: string[];
}

/** Take each page through the steps, on every other page in the reverse order, settle it, and count. */
export function rowOf(mutation: string, steps: Mutation[], drafts: Draft[], seed: number): Row {
  const row = emptyRow(mutation);
  const pools = drafts.map(exchangesOf);
  for (const [nth, draft] of drafts.entries()) {
    const chance = chanceFrom(seed * 1_000_003 + nth);
    const olds = pools[nth] ?? [];
    const donors = donorsFor(nth, pools, chance);
    const ordered = nth % 2 === 0 ? steps : steps.toReversed();
    const page = ordered.reduce((it, step) => step(it, chance, donors), unchanged(olds));
    count(row, draft, olds, page);
  }
  return row;
}

/** A row for each mutation. */
export const singleRows = (drafts: Draft[], seed = 1): Row[] =>
  Object.entries(mutations).map(([name, step], nth) => rowOf(name, [step], drafts, seed + nth));

/** A row for each two mutations, and for each one twice. */
export const pairRows = (drafts: Draft[]): Row[] =>
  Object.entries(mutations).flatMap(([first, one], nth, all) =>
    all
      .slice(nth)
      .map(([second, two], other) =>
        rowOf(`${first} + ${second}`, [one, two], drafts, 1000 * (nth + 1) + other),
      ),
  );

/** All rows in one. */
export function sumOf(rows: Row[]): Row {
  const sum = emptyRow('all');
  for (const row of rows) {
    for (const column of columns) sum[column] += row[column];
    sum.faults.push(...row.faults);
  }
  return sum;
}

/** The table as a person reads it: a head, then a line for each row. */
export function tableOf(rows: Row[]): string[] {
  const name = (text: string) => text.padEnd(40);
  const cells = (values: (string | number)[]) =>
    values.map((value) => String(value).padStart(10)).join('');
  return [
    name('mutation') + cells([...columns]),
    ...rows.map((row) => name(row.mutation) + cells(columns.map((column) => row[column]))),
  ];
}

const columns = [
  'pages',
  'links',
  'wrong',
  'dead',
  'lost',
  'reworded',
  'kept',
  'held',
  'unoffered',
] as const;

const emptyRow = (mutation: string): Row => ({
  mutation,
  pages: 0,
  links: 0,
  wrong: 0,
  dead: 0,
  lost: 0,
  reworded: 0,
  kept: 0,
  held: 0,
  unoffered: 0,
  faults: [],
});

/** The neighbours in time: what is asked there comes nearest to what is asked here. */
function donorsFor(nth: number, pools: DraftExchange[][], chance: Chance): DraftExchange[] {
  const near = [nth - 1, nth + 1].flatMap((at) => pools[at] ?? []);
  return near.length > 0 ? near : chance.pick(pools);
}

/** A page with nothing but its exchanges, and the ledger after it was seen once. */
const firstSeen = once((draft: Draft) => {
  const before = sighting({ ...draft, children: exchangesOf(draft) }, 1);
  return { before, ledger: settle([before], []).events };
});

function count(row: Row, draft: Draft, olds: DraftExchange[], page: Descended[]): void {
  const { before, ledger } = firstSeen(draft);
  const after = sighting({ ...draft, children: page.map(({ exchange }) => exchange) }, 2);
  const { transcripts, events, held } = settle([before, after], ledger);
  row.pages += 1;
  row.links += olds.length;
  row.held += held.length;
  for (const one of held) countOffers(row, draft, one, page);
  if (held.length > 0) return;
  const numbers =
    transcripts[0]?.children.flatMap((it) => (it.type === 'exchange' ? [it.n] : [])) ?? [];
  for (const old of olds.keys()) {
    const n = String(old + 1);
    const { at, redirected } = resolve(n, numbers, events);
    const heirs = page.filter(({ from }) => from.includes(old));
    const reached = typeof at === 'number' ? page[at] : undefined;
    if (at === 'dead') row.dead += 1;
    const holds = reached && (redirected ? [...reached.from, ...reached.answers] : reached.from);
    if (holds && !holds.includes(old)) fault(row, 'wrong', `${draft.url} ${n} in place ${at}`);
    if (at === 'tombstone' && heirs.length > 0) fault(row, 'lost', `${draft.url} ${n}`);
    if (heirs.some((heir) => heir.reworded)) {
      row.reworded += 1;
      if (reached?.from.includes(old)) row.kept += 1;
    }
  }
}

/** An exchange that only merged ones hold words of may have the number of any of those. */
function countOffers(row: Row, draft: Draft, held: Held, page: Descended[]): void {
  for (const old of exchangesOf(draft).keys()) {
    const n = String(old + 1);
    const heirs = page.flatMap(({ from }, at) => (from.includes(old) ? [{ at, from }] : []));
    const offered = heirs.some(({ at }) => {
      const { n: sure, candidates = [] } = held.exchanges[at] ?? {};
      return candidates.length > 0 ? candidates.some((it) => it.n === n) : sure === n;
    });
    if (!offered && heirs.some(({ from }) => from.length === 1))
      fault(row, 'unoffered', `${draft.url} ${n}`);
  }
}

function fault(row: Row, what: 'wrong' | 'lost' | 'unoffered', where: string): void {
  row[what] += 1;
  row.faults.push(`${what}: ${row.mutation}: ${where}`);
}

/** Position of the exchange that the page of a number shows or redirects to. */
function resolve(
  n: string,
  numbers: string[],
  events: LedgerEvent[],
): { at: number | 'tombstone' | 'dead'; redirected: boolean } {
  if (numbers.includes(n)) return { at: numbers.indexOf(n), redirected: false };
  const gone = events.findLast(
    (it) => (it.event === 'removed' || it.event === 'merged') && it.id.endsWith(`/${n}`),
  );
  if (gone?.event === 'merged') return { at: numbers.indexOf(gone.into), redirected: true };
  return { at: gone ? 'tombstone' : 'dead', redirected: false };
}

const exchangesOf = ({ children }: Draft): DraftExchange[] =>
  children.filter((child) => child.type === 'exchange');
