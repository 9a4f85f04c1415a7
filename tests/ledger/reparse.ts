import { settle } from '../../src/ledger/settle.ts';
import type { Draft, DraftExchange } from '../../src/model/draft.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { sighting } from './drafts.ts';
import { type Chance, chanceFrom } from './random.ts';

/** What became of numbers when the same bytes were read with other boundaries, there and back. */
export interface Reparsed {
  pages: number;
  links: number;
  /** Numbers that ended at an exchange without any of their words. */
  wrong: number;
  /** Numbers that ended nowhere. */
  dead: number;
  held: number;
}

/** A coarser parser reads two neighbours as one; then today's reads them apart again. */
export function reparsedRow(drafts: Draft[]): Reparsed {
  const row: Reparsed = { pages: 0, links: 0, wrong: 0, dead: 0, held: 0 };
  for (const [nth, fine] of drafts.entries()) {
    const coarse = coarser(fine, chanceFrom(nth));
    const first = settle([sighting(coarse)], []);
    const better = settle([sighting(fine)], first.events);
    const ledger = [...first.events, ...better.events];
    const worse = settle([sighting(coarse)], ledger);
    row.pages += 1;
    row.held += better.held.length + worse.held.length;
    for (const [before, after] of [
      [first.transcripts[0], better.transcripts[0]],
      [better.transcripts[0], worse.transcripts[0]],
    ]) {
      if (before && after)
        count(row, wordsByNumber(before), wordsByNumber(after), worse.events.concat(ledger));
    }
  }
  return row;
}

function count(
  row: Reparsed,
  before: Map<string, string[]>,
  after: Map<string, string[]>,
  events: ReturnType<typeof settle>['events'],
): void {
  for (const [id, words] of before) {
    row.links += 1;
    const now = after.get(id);
    const gone = events.some(
      (it) => it.id === id && (it.event === 'merged' || it.event === 'removed'),
    );
    if (!now && !gone) row.dead += 1;
    if (now && !now.some((line) => words.includes(line))) row.wrong += 1;
  }
}

function wordsByNumber({ children }: Transcript): Map<string, string[]> {
  return new Map(
    children.flatMap((child) => (child.type === 'exchange' ? [[child.id, linesOf(child)]] : [])),
  );
}

const linesOf = ({ children }: Pick<DraftExchange, 'children'>): string[] =>
  children.flatMap((child) =>
    child.type === 'turn' ? child.children.map(({ value }) => value) : [],
  );

function coarser(draft: Draft, chance: Chance): Draft {
  const places = draft.children.flatMap((child, at) => {
    const next = draft.children[at + 1];
    return child.type === 'exchange' && next?.type === 'exchange' ? [{ at, child, next }] : [];
  });
  if (places.length === 0) return draft;
  const { at, child, next } = chance.pick(places);
  const joined = { ...child, children: [...child.children, ...next.children] };
  return { ...draft, children: draft.children.toSpliced(at, 2, joined) };
}
