import { changesOf, type RecordChange } from '../archive/changes.ts';
import { type Comparison, comparisonsOf } from '../archive/comparisons.ts';
import type { Archive } from '../model/archive.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Versions } from '../model/versions.ts';

export type { Comparison, RecordChange };

/** A record of which more than one wording was seen: the page that shows them side by side. */
export interface ComparedSheet {
  path: string;
  transcript: Transcript;
  versions: Versions;
}

/** What the pages say of changes. */
export interface Changes {
  /** The newest first. */
  all: RecordChange[];
  compared: ComparedSheet[];
  /** Id of a transcript, or of an exchange of it that changed → where the versions stand side by side. */
  places: Map<string, string>;
}

/** The page of a transcript's versions. */
export const comparedPath = (id: string): string => `/changed/${id}/`;

/** Everything about changes that a catalogue holds. */
export function changesIn(archive: Archive): Changes {
  const all = changesOf(archive);
  const compared = archive.transcripts.flatMap((transcript): ComparedSheet[] => {
    const versions = archive.versions.get(transcript.id);
    return versions ? [{ path: comparedPath(transcript.id), transcript, versions }] : [];
  });
  const places = new Map(compared.map(({ path, transcript }) => [transcript.id, path]));
  for (const change of all.toReversed()) {
    if (change.what !== 'wording' || !places.has(change.transcript.id)) continue;
    const { path, after } = {
      path: comparedPath(change.transcript.id),
      after: change.after.version,
    };
    for (const { id } of change.lines) places.set(id, `${path}#${placeId(after, numberOf(id))}`);
  }
  return { all, compared, places };
}

/** The versions of a record side by side, the newest first. */
export const comparisonsIn = ({ versions }: ComparedSheet): Comparison[] => comparisonsOf(versions);

/** The id, on the page of a record's versions, of an exchange as a version changed it. */
export const placeId = (version: string, n: string): string => `${version}-q${n}`;

const numberOf = (id: string): string => id.split('/')[2] ?? '';
