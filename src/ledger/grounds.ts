import { createHash } from 'node:crypto';
import type { Draft } from '../model/draft.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import { readBook } from './book.ts';
import { groupBy } from './group-by.ts';
import type { Absence, Sighting } from './sighting.ts';
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
 * Left out is a transcript that an unknown page may belong to: one of its day, or of its address.
 */
export function groundsOf(
  glimpses: Iterable<Glimpse>,
  ledger: LedgerEvent[],
  absences: Absence[],
): Map<string, Grounds> {
  const book = readBook(ledger);
  const shown = groupBy(glimpses, ({ capture }) => book.addresses.get(capture.url) ?? '');
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

/** By what a page may turn out to be one of a transcript's. */
const traitsOf = ({ capture, date, kind }: Glimpse): string[] => [
  addressOf(capture.url),
  `${date} ${kind}`,
];

const digestOf = (rests: unknown): string =>
  createHash('sha256').update(JSON.stringify(rests)).digest('hex');
