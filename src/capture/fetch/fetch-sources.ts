import type { Source } from '../../model/source.ts';
import { openRun } from '../open-run.ts';
import type { Clock } from './clock.ts';
import { failure } from './codes.ts';
import { type FetchOptions, fetchSource, type SourceReport } from './fetch-source.ts';
import { openHosts } from './hosts.ts';
import { openJudge } from './judging.ts';
import { readPauses, writePauses } from './pauses.ts';
import type { Transport } from './transport.ts';

/** A run over several sources. */
export interface RunOptions extends Omit<FetchOptions, 'run' | 'hosts' | 'now'> {
  transport: Transport;
  clock: Clock;
  random(): number;
  /** Who asks, with an address where an operator can be reached. */
  userAgent: string;
  /** Seconds between requests in place of the sources' own; rehearsals and tests. */
  delay?: number;
  /** Lets ports other than the scheme's own be asked; rehearsals and tests. */
  anyPort: boolean;
}

/**
 * Fetches sources side by side, each host one request at a time. The archive must be locked and
 * swept. What was stored is in the archive when this ends, also where it throws: on a full disk.
 */
export async function fetchSources(
  sources: Source[],
  options: RunOptions,
): Promise<SourceReport[]> {
  const { content, clock } = options;
  const pauses = await readPauses(content, clock.now());
  const run = openRun(content, clock.now());
  const judge = openJudge(content, () => clock.now(), options.refresh);
  const hosts = openHosts({ ...options, pauses, judge });
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const now = () => clock.now();
  const fetches = sources.map((source) =>
    fetchSource(source, { ...options, run, hosts, now, signal }).catch((cause: unknown) => {
      if (!isOfTheMachine(cause)) return broke(source, cause, options);
      // A full disk is full for every source.
      broken.abort();
      throw cause;
    }),
  );
  try {
    await Promise.allSettled(fetches);
    return await Promise.all(fetches);
  } finally {
    await run.close();
    await writePauses(content, pauses, clock.now());
  }
}

/** Whether the system said it: of the disk, of files, of memory. */
const isOfTheMachine = (cause: unknown): boolean =>
  cause instanceof Error && ('syscall' in cause || 'errno' in cause);

/** The report of a source that something of its own stopped: the others go on. */
function broke(source: Source, cause: unknown, { onListing }: RunOptions): SourceReport {
  const url = source.listings[0]?.start ?? `https://${source.urls[0]}`;
  const reason = `Cannot go on with ${source.id}: ${cause instanceof Error ? cause.message : String(cause)}`;
  const stopped = failure('E_UNREADABLE', reason);
  onListing(url, stopped);
  const failed = [{ url, code: stopped.code, reason }];
  return { source: source.id, new: [], changed: [], unchanged: [], gone: [], failed, wanted: 0 };
}
