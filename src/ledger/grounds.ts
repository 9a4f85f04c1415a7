import { createHash } from 'node:crypto';
import type { Draft } from '../model/draft.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import { type Book, readBook } from './book.ts';
import { groupBy } from './group-by.ts';
import type { Absence, Sighting } from './sighting.ts';
import { dayOf } from './strands.ts';
import { absencesIn, addressOf } from './vanish.ts';

/** A sighting whose words are not at hand. */
export interface Glimpse extends Omit<Sighting, 'draft'> {
  /** Stands for all that the draft says. */
  digest: string;
  date: Draft['date'];
  kind: Draft['kind'];
}

/** What settling a transcript rests on. */
export interface Grounds {
  /** Of its ledger lines, of what its captures show and of the answers that its pages are gone. */
  digest: string;
  glimpses: Glimpse[];
}

/**
 * What settling each known transcript rests on, by id. While its digest stays the same, `settle` gives
 * the same transcript and adds nothing about it.
 *
 * Left out is a transcript that an unknown page may belong to: one of its day, or of its address. What an
 * address shows of another day than its transcript's is unknown until the ledger names the capture.
 */
export function groundsOf(
  glimpses: Iterable<Glimpse>,
  ledger: LedgerEvent[],
  absences: Absence[],
): Map<string, Grounds> {
  const book = readBook(ledger);
  const list = [...glimpses];
  const shown = groupBy(list, ownersOf(list, book));
  const unknown = new Set((shown.get('') ?? []).flatMap(traitsOf));
  shown.delete('');
  const missing = absencesIn(book, absences);
  const lines = groupBy(ledger, ({ id }) => id.split('/').slice(0, 2).join('/'));
  const sure = [...shown].filter(
    ([, list]) => !list.flatMap(traitsOf).some((it) => unknown.has(it)),
  );
  return new Map(
    sure.map(([id, glimpses]) => {
      const digest = digestOf([glimpses, lines.get(id), missing.get(id) ?? []]);
      return [id, { digest, glimpses }];
    }),
  );
}

/** The id of the transcript that a glimpse is surely of, else an empty text. */
function ownersOf(glimpses: Glimpse[], { addresses, lives }: Book): (it: Glimpse) => string {
  const pinned = new Map<string, string>();
  for (const { id, versions } of lives.values()) {
    for (const { capture } of versions.values()) pinned.set(`${capture} ${id}`, id);
  }
  const pinnedIn = ({ capture }: Glimpse) =>
    (addresses.get(capture.url) ?? []).find((id) => pinned.has(`${capture.sha256} ${id}`));
  const said = ({ capture, digest }: Glimpse) => `${capture.url} ${digest}`;
  const known = new Map(
    glimpses.flatMap((it) => {
      const id = pinnedIn(it);
      return id === undefined ? [] : [[said(it), id] as const];
    }),
  );
  return (it) => {
    const [first = '', ...more] = addresses.get(it.capture.url) ?? [];
    if (more.length === 0 && dayOf(first) === it.date) return first;
    return pinnedIn(it) ?? known.get(said(it)) ?? '';
  };
}

/** By what a page may turn out to be one of a transcript's. */
const traitsOf = ({ capture, date, kind }: Glimpse): string[] => [
  addressOf(capture.url),
  `${date} ${kind}`,
];

const digestOf = (rests: unknown): string =>
  createHash('sha256').update(JSON.stringify(rests)).digest('hex');
