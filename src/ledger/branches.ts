import type { LedgerEvent } from '../model/ledger.ts';
import { compare } from './sighting.ts';
import { dayOf } from './strands.ts';

/** A line of a ledger file, and the positions of those that it was written after. */
export interface Link {
  text: string;
  event: LedgerEvent;
  parents: number[];
}

/**
 * Which lines count if copies of an archive went on by themselves and were merged.
 *
 * If two branches say something about the same transcript, that one counts whose first line about it is of the
 * earlier capture; with equal times, the one whose text sorts first. So every copy finds the same winner,
 * in whatever order the branches were merged. The lines of the other branch about that transcript are passed over:
 * its captures are there, and the next parse settles what they show. What a person decided
 * (`withheld`, `decided`) counts on every branch.
 *
 * `links`: by position, each line below those that it follows. The result is in that order.
 */
export function branchWinners(links: ReadonlyMap<number, Link>): number[] {
  const all = [...links.keys()];
  if (isOneBranch(links)) return all;
  const isBefore = orderOf(links);
  const counting = new Set(
    withoutSharedPages(
      [...byTranscript(links).values()].map((own) => winnersAmong(own, links, isBefore)),
      links,
      isBefore,
    ).flat(),
  );
  return all.filter((at) => counting.has(at) || isPersons(links.get(at)));
}

/** Whether each line follows the one above it. */
function isOneBranch(links: ReadonlyMap<number, Link>): boolean {
  let before: number | null = null;
  for (const [at, { parents }] of links) {
    if (parents.length > 1 || (parents[0] ?? null) !== before) return false;
    before = at;
  }
  return true;
}

/** Whether line `a` was known when line `b` was written. */
type IsBefore = (a: number, b: number) => boolean;

/** A line's place on its branch, and the last place of each other branch that was known by then. */
interface Place {
  branch: number;
  nth: number;
  others: ReadonlyMap<number, number>;
}

function orderOf(links: ReadonlyMap<number, Link>): IsBefore {
  const places = new Map<number, Place>();
  const continued = new Set<number>();
  let branches = 0;
  for (const [at, { parents }] of links) {
    const known = parents.flatMap((parent) => places.get(parent) ?? []);
    const [first] = parents;
    const [only, ...more] = known;
    if (first !== undefined && only && more.length === 0 && !continued.has(first)) {
      continued.add(first);
      places.set(at, { ...only, nth: only.nth + 1 });
    } else {
      places.set(at, { branch: branches, nth: 0, others: joined(known) });
      branches += 1;
    }
  }
  return (a, b) => {
    const [older, newer] = [places.get(a), places.get(b)];
    if (!older || !newer) return false;
    if (older.branch === newer.branch) return older.nth < newer.nth;
    return (newer.others.get(older.branch) ?? -1) >= older.nth;
  };
}

function joined(places: Place[]): Map<number, number> {
  const all = new Map<number, number>();
  for (const { branch, nth, others } of places)
    for (const [of, last] of [...others, [branch, nth] as const])
      all.set(of, Math.max(last, all.get(of) ?? -1));
  return all;
}

function byTranscript(links: ReadonlyMap<number, Link>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, link] of links) {
    if (isPersons(link)) continue;
    const id = link.event.id.split('/').slice(0, 2).join('/');
    const own = found.get(id) ?? [];
    own.push(at);
    found.set(id, own);
  }
  return found;
}

/** The lines about one transcript that count: again and again the first of those that knew all chosen before. */
function winnersAmong(
  own: readonly number[],
  links: ReadonlyMap<number, Link>,
  isBefore: IsBefore,
): number[] {
  if (own.every((at, nth) => nth === 0 || isBefore(own[nth - 1] ?? -1, at))) return [...own];
  const chosen: number[] = [];
  let open = [...own];
  while (open.length > 0) {
    const ready = open.filter((at) => !open.some((other) => isBefore(other, at)));
    const [best] = ready.sort((a, b) => byRule(links.get(a), links.get(b)));
    if (best === undefined) break;
    chosen.push(best);
    open = open.filter((at) => isBefore(best, at));
  }
  return chosen;
}

/** Without a transcript whose page of that day another branch gave to another transcript, by the same rule. */
function withoutSharedPages(
  kept: number[][],
  links: ReadonlyMap<number, Link>,
  isBefore: IsBefore,
): number[][] {
  const owners = new Map<string, number>();
  const losing = new Set<number>();
  const beginnings = kept.flatMap(([at]) => at ?? []);
  for (const at of beginnings.sort((a, b) => byRule(links.get(a), links.get(b)))) {
    const event = links.get(at)?.event;
    if (event?.event !== 'transcript') continue;
    // An address that is used again shows the transcripts of different days.
    const page = `${dayOf(event.id)} ${event.url}`;
    const owner = owners.get(page);
    if (owner === undefined) owners.set(page, at);
    else if (!isBefore(at, owner) && !isBefore(owner, at)) losing.add(at);
  }
  return kept.filter(([at]) => at === undefined || !losing.has(at));
}

const byRule = (a: Link | undefined, b: Link | undefined): number => compare(ruleOf(a), ruleOf(b));

/** Time of the capture first; lines without one come after all that have one. */
const ruleOf = (link: Link | undefined): string =>
  link ? `${'seen' in link.event ? link.event.seen : '~'} ${link.text}` : '';

/** A line of a person, not one that settling derived from it. */
function isPersons(link: Link | undefined): boolean {
  const event = link?.event;
  return event?.event === 'decided' || (event?.event === 'withheld' && event.of === undefined);
}
