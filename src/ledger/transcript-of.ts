import type { Exchange, Transcript, Version } from '../model/transcript.ts';
import type { Life } from './book.ts';
import type { Numbered } from './number-wording.ts';
import type { Seat } from './seat.ts';
import { inOrder } from './sighting.ts';
import { ordinal } from './versions.ts';

/**
 * Today's wording as a transcript, with all its versions and captures; fields in a fixed order.
 *
 * The tree is that of the wording's first sighting, which was numbered; what is not wording, such
 * as a title or a date that was put right, is that of its last.
 */
export function transcriptOf({ id, url }: Life, today: Numbered, all: Numbered[]): Transcript {
  const [first] = today.sightings;
  const { draft } = today.sightings.at(-1) ?? first;
  const seats = new Map(today.seats.map((seat) => [seat.read, seat]));
  return {
    type: 'transcript',
    schemaVersion: draft.schemaVersion,
    id,
    source: draft.source,
    institution: draft.institution,
    briefing: `${draft.institution}/${draft.date}`,
    kind: draft.kind,
    language: draft.language,
    date: draft.date,
    dateFrom: draft.dateFrom,
    title: draft.title,
    url,
    publisher: draft.publisher,
    spokespersons: draft.spokespersons,
    partial: draft.partial,
    captures: inOrder(all.flatMap(({ sightings }) => sightings)).map(({ capture }) => capture),
    versions: [...all]
      .sort((a, b) => ordinal(a.version.version) - ordinal(b.version.version))
      .map(versionOf),
    flags: draft.flags,
    children: first.draft.children.flatMap((child) => {
      if (child.type !== 'exchange') return child;
      const seat = seats.get(child);
      return seat ? exchangeOf(id, seat) : [];
    }),
  };
}

function versionOf({ version, digest, sightings }: Numbered): Version {
  const captures = [...new Set(sightings.map(({ capture }) => capture.sha256))];
  return { id: version.version, digest, captures };
}

function exchangeOf(id: string, { n, exchange: { parts, flags, children } }: Seat): Exchange {
  return { type: 'exchange', id: `${id}/${n}`, n, parts, flags, children };
}
