import type { LedgerLine } from '../model/ledger.ts';
import type { Life } from './book.ts';
import { groupBy } from './group-by.ts';
import { compare, type Sighting } from './sighting.ts';
import { wordingDigest } from './wording.ts';

/** One distinct wording of a transcript and the sightings that show it, oldest first. */
export interface Wording {
  digest: string;
  /** At least one; the first stands for all. */
  sightings: [Sighting, ...Sighting[]];
  /** The ledger's line about it; null where it is not settled. */
  version: LedgerLine<'version'> | null;
}

/**
 * A transcript's wordings: settled ones by version, then the others by first sighting.
 *
 * The ledger names a version by a capture, not by its digest, so that a better parser, which may
 * read the same bytes a little differently, finds its versions again. Where it finds two versions to
 * be one wording, the older id stays.
 */
export function wordingsOf(sightings: Sighting[], life: Life): Wording[] {
  const byCapture = new Map([...life.versions.values()].map((line) => [line.capture, line]));
  const groups = groupBy(sightings, ({ draft }) => wordingDigest(draft.children));
  const wordings = [...groups].flatMap(([digest, [first, ...more]]): Wording[] => {
    if (!first) return [];
    const lines = [first, ...more].flatMap(({ capture }) => byCapture.get(capture.sha256) ?? []);
    const [version] = lines.sort((a, b) => ordinal(a.version) - ordinal(b.version));
    return [{ digest, sightings: [first, ...more], version: version ?? null }];
  });
  return wordings.sort(
    (a, b) => rank(a) - rank(b) || compare(a.sightings[0].recorded, b.sightings[0].recorded),
  );
}

/** The wording whose last sighting is the latest: the one that the record shows today. */
export function latestWording<T extends Pick<Wording, 'sightings'>>(wordings: T[]): T | undefined {
  const last = ({ sightings }: T) => sightings.at(-1)?.recorded ?? '';
  return wordings.reduce<T | undefined>(
    (best, wording) => (best && compare(last(best), last(wording)) > 0 ? best : wording),
    undefined,
  );
}

/** 2 of `v2`. */
export const ordinal = (version: string): number => Number(version.slice(1));

const rank = ({ version }: Wording): number =>
  version ? ordinal(version.version) : Number.POSITIVE_INFINITY;
