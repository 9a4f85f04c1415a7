import type { CaptureRef, Redated } from '../model/capture.ts';
import type { Draft, DraftExchange } from '../model/draft.ts';

/** One capture as today's parser reads it. */
export interface Sighting {
  draft: Draft;
  capture: CaptureRef;
  /** Date of the capture: of retrieval if fetched; if imported, of saving or of import. */
  recorded: string;
  /** If its own WARC-Date was wrong. */
  redated?: Redated;
}

/** An answer that an address has no page: 404, 410, or an error page under status 200. */
export interface Absence {
  url: string;
  status: number;
  recorded: string;
  redated?: Redated;
}

/** By time, then URL, then digest: the one order in which sightings are looked at. */
export function inOrder(sightings: Iterable<Sighting>): Sighting[] {
  const key = ({ recorded, capture }: Sighting) => `${recorded} ${capture.url} ${capture.sha256}`;
  return [...sightings].sort((a, b) => compare(key(a), key(b)));
}

/** Code unit order, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The exchanges of a draft in reading order. */
export function exchangesOf(draft: Draft): DraftExchange[] {
  return draft.children.filter((child) => child.type === 'exchange');
}
