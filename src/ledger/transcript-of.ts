import type { Exchange, Transcript, Version } from '../model/transcript.ts';
import type { Versions, VersionText } from '../model/versions.ts';
import type { Life } from './book.ts';
import type { Numbered } from './number-wording.ts';
import type { Seat } from './seat.ts';
import { compare, inOrder } from './sighting.ts';
import { ordinal } from './versions.ts';

/**
 * Today's wording as a transcript, with all its versions and captures; fields in a fixed order.
 *
 * The tree is that of the wording's first sighting, which was numbered; what is not wording, such
 * as a title or a date that was put right, is that of its last.
 */
export function transcriptOf(life: Life, today: Numbered, all: Numbered[]): Transcript {
  const { id, url } = life;
  const [first] = today.sightings;
  const { draft } = today.sightings.at(-1) ?? first;
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
    versions: [...all].sort(byTime).map(versionOf),
    ...vanishing(life, draft.flags),
    children: childrenOf(id, today),
  };
}

/** The flags, with one more and what is known about it where the page is gone. */
function vanishing(
  { presence }: Life,
  flags: Transcript['flags'],
): Pick<Transcript, 'flags' | 'vanished'> {
  if (presence?.event !== 'vanished') return { flags };
  const { seen: since, last, status } = presence;
  return { flags: [...flags, 'vanished'], vanished: { since, last, status } };
}

/** The words of all versions, in the order in which they were first seen; null where there is one. */
export function versionsOf({ id }: Life, all: Numbered[]): Versions | null {
  if (all.length < 2) return null;
  const texts = all.map((it): VersionText => {
    const [first] = it.sightings;
    const last = it.sightings.at(-1) ?? first;
    return {
      id: it.version.version,
      digest: it.digest,
      first: first.recorded,
      last: last.recorded,
      children: childrenOf(id, it),
    };
  });
  return { schemaVersion: 1, id, versions: texts.sort((a, b) => compare(a.first, b.first)) };
}

/** By first sighting: an old wording may be imported late. */
const byTime = (a: Numbered, b: Numbered): number =>
  compare(a.sightings[0].recorded, b.sightings[0].recorded) ||
  ordinal(a.version.version) - ordinal(b.version.version);

function versionOf({ version, digest, sightings }: Numbered): Version {
  const captures = [...new Set(sightings.map(({ capture }) => capture.sha256))];
  return { id: version.version, digest, captures };
}

function childrenOf(id: string, { sightings: [first], seats }: Numbered): Transcript['children'] {
  const byTree = new Map(seats.map((seat) => [seat.read, seat]));
  return first.draft.children.flatMap((child) => {
    if (child.type !== 'exchange') return child;
    const seat = byTree.get(child);
    return seat ? exchangeOf(id, seat) : [];
  });
}

function exchangeOf(id: string, { n, exchange: { parts, flags, children } }: Seat): Exchange {
  return { type: 'exchange', id: `${id}/${n}`, n, parts, flags, children };
}
