import type { Source } from '../model/source.ts';
import { sourceOf } from './find-source.ts';
import { isFuture } from './future.ts';
import type { Found } from './imported-file.ts';
import { listCaptures } from './list-captures.ts';
import type { NewCapture } from './new-capture.ts';
import type { Run } from './open-run.ts';

/** What became of one address in a file. */
export type Placed = { url: string; offset: number } & (
  | { kind: 'stored' | 'known' | 'no-source' }
  | { kind: 'no-page' | 'refused'; reason: string }
);

/** Where imported captures are put: each on its source's WARC, none twice. */
export interface Shelf {
  /** Several may be under way; they are stored in the order of the calls. */
  put(found: Found): Promise<Placed>;
}

/**
 * A shelf over a run that started at `now`; what the archive holds of a source is read when its first
 * capture comes. A capture that is dated later than now is refused: it would be today's words for years.
 */
export function openShelf(run: Run, content: string, sources: Iterable<Source>, now: Date): Shelf {
  const held = new Map<string, Promise<Set<string>>>();
  return {
    async put(found) {
      const { offset } = found;
      if ('skipped' in found) {
        return { kind: 'no-page', url: found.url, offset, reason: found.skipped };
      }
      const { capture } = found;
      const { url, recorded } = capture;
      const source = sourceOrReason(url, sources);
      if (typeof source === 'string') return { kind: 'refused', url, offset, reason: source };
      if (!source) return { kind: 'no-source', url, offset };
      const keys = held.get(source.id) ?? keysOf(content, source.id);
      held.set(source.id, keys);
      const known = await keys;
      if (known.has(keyOf(capture))) return { kind: 'known', url, offset };
      if (isFuture(recorded, now)) {
        const reason = `Expected a WARC-Date before now (${now.toISOString()}), got \`${recorded}\``;
        return { kind: 'refused', url, offset, reason };
      }
      if (capture.type === 'revisit' && !known.has(capture.sha256)) {
        const reason = `Cannot import a revisit without its bytes in ${source.id}`;
        return { kind: 'refused', url, offset, reason };
      }
      // Known before it is stored: the same page may come again while it is on its way to the disk.
      known.add(keyOf(capture)).add(capture.sha256);
      await run.add(source.id, capture);
      return { kind: 'stored', url, offset };
    },
  };
}

type Keyed = Pick<NewCapture, 'url' | 'sha256'>;

const keyOf = ({ url, sha256 }: Keyed): string => `${sha256} ${url}`;

/** Digest with address of every capture that a source holds, and each digest alone. */
async function keysOf(content: string, source: string): Promise<Set<string>> {
  const captures = await listCaptures(content, source);
  return new Set(captures.flatMap((capture) => [keyOf(capture), capture.sha256]));
}

function sourceOrReason(url: string, sources: Iterable<Source>): Source | null | string {
  try {
    return sourceOf(url, sources);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
