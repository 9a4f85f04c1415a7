import type { Draft } from '../model/draft.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Book } from './book.ts';
import { groupBy } from './group-by.ts';
import { unnumbered } from './kinship.ts';
import { match } from './match.ts';
import { compare, exchangesOf, inOrder, type Sighting } from './sighting.ts';
import { strandsOf } from './strands.ts';
import { wording } from './wording.ts';

/** From this likeness on, an exchange of another page is the same one. */
const sameScore = 0.8;

/** The transcripts that a source's pages are. */
export interface Identified {
  /** Transcript id → its sightings in order, for every page seen. */
  shown: Map<string, Sighting[]>;
  /** Those of which a person must say whether they are of the transcript that they are with. */
  doubtful: Set<Sighting>;
}

/**
 * Say which transcript every page seen is; new ids and addresses go to `record`.
 *
 * A known URL keeps its transcript whatever date it shows, as long as it shows its words: see
 * `strandsOf`. Unknown ones are taken in order of the time on the page, then URL; one with the exchanges
 * of a transcript of the same day is another page of that transcript.
 */
export function identify(
  sightings: Sighting[],
  book: Book,
  record: (event: LedgerEvent) => void,
): Identified {
  const pages = groupBy(inOrder(sightings), ({ capture }) => capture.url);
  const shown = new Map<string, Sighting[]>();
  const doubtful = new Set<Sighting>();
  const add = (id: string, list: Sighting[]) => shown.set(id, [...(shown.get(id) ?? []), ...list]);
  const unknown: Sighting[][] = [];
  for (const list of pages.values()) {
    for (const { id, sightings: own } of strandsOf(list, book, doubtful)) {
      if (id === null) unknown.push(own);
      else if (own.length > 0) add(id, own);
    }
  }
  const isSure = (it: Sighting) => !doubtful.has(it);
  const index = new DayIndex(
    new Map([...shown].map(([id, list]) => [id, list.filter(isSure)] as const)),
  );
  for (const list of unknown.sort(byPageTime)) {
    const [first] = list;
    if (!first) continue;
    const { draft, capture, recorded } = first;
    const known = index.twinOf(draft);
    const id = known ?? mintTranscript(draft, book.lives.keys());
    record({ event: known ? 'address' : 'transcript', id, url: capture.url, seen: recorded });
    add(id, list);
    index.add(id, list.filter(isSure));
  }
  return { shown: new Map([...shown].map(([id, list]) => [id, inOrder(list)])), doubtful };
}

/** Drafts by kind and day, to ask whether an unknown page is one of them. */
class DayIndex {
  readonly #days = new Map<string, { id: string; draft: Draft }[]>();

  constructor(shown: Map<string, Sighting[]>) {
    for (const [id, list] of shown) this.add(id, list);
  }

  add(id: string, list: Sighting[]): void {
    for (const { draft } of list) {
      const day = dayOf(draft);
      this.#days.set(day, [...(this.#days.get(day) ?? []), { id, draft }]);
    }
  }

  twinOf(draft: Draft): string | undefined {
    const day = this.#days.get(dayOf(draft));
    if (!day) return undefined;
    const words = wording(draft.children);
    const twin =
      day.find((known) => wording(known.draft.children) === words) ??
      day.find((known) => sameExchanges(known.draft, draft));
    return twin?.id;
  }
}

const dayOf = ({ date, kind }: Draft): string => `${date} ${kind}`;

function sameExchanges(a: Draft, b: Draft): boolean {
  const [olds, news] = [a, b].map((draft) => unnumbered(exchangesOf(draft)));
  if (!olds?.length || !news || olds.length !== news.length) return false;
  const { pairs } = match(olds, news);
  return pairs.length === olds.length && pairs.every(({ score }) => score >= sameScore);
}

function byPageTime([a]: Sighting[], [b]: Sighting[]): number {
  const late = '\uffff';
  return (
    compare(a?.draft.pageTime ?? late, b?.draft.pageTime ?? late) ||
    compare(a?.capture.url ?? '', b?.capture.url ?? '')
  );
}

function mintTranscript({ source, date, kind }: Draft, taken: Iterable<string>): string {
  const ids = new Set(taken);
  for (let nth = 1; ; nth += 1) {
    const more = nth === 1 ? '' : String(nth);
    const suffix = kind === 'written-answer' ? `-w${more}` : more && `-${more}`;
    const id = `${source}/${date}${suffix}`;
    if (!ids.has(id)) return id;
  }
}
