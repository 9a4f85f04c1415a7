import { z } from 'zod';
import type { ExitCode } from './command.ts';
import type { Silence } from './silence.ts';

/** What `lectern fetch --json` says of a source, as far as an update needs it. */
export const fetchReport = z.object({
  sources: z.array(
    z.object({
      source: z.string(),
      new: z.array(z.string()),
      changed: z.array(z.string()),
      gone: z.array(z.string()),
      failed: z.array(z.object({ url: z.string(), code: z.string(), reason: z.string() })),
      wanted: z.number(),
    }),
  ),
});

/** What `lectern parse --json` says of a source. */
export const parseReport = z.array(
  z.object({
    source: z.string(),
    transcripts: z.number(),
    written: z.number(),
    failed: z.number(),
    held: z.array(z.string()),
    unreadable: z.array(z.object({ id: z.string() })),
  }),
);

/** What `lectern build --json` says. */
export const buildReport = z.object({
  pages: z.number(),
  rendered: z.number(),
  written: z.number(),
});

/** What an update did for one source, and what is odd about it. */
export interface SourceUpdate {
  source: string;
  /** Addresses of pages, by what looking at them brought. */
  new: string[];
  changed: string[];
  vanished: string[];
  failed: { url: string; code: string; reason: string }[];
  /** Pages that could not be read, and transcripts whose new wording waits for a decision. */
  unread: number;
  held: string[];
  /** Transcripts that stay as they are, because captures of them cannot be read. */
  unreadable: string[];
  silent: Silence | null;
  /** Why the pages no longer seem to be what the source's rules say; null where they are. */
  layout: string | null;
}

/** An update as `--json` prints it. */
export interface UpdateReport {
  started: string;
  finished: string;
  code: ExitCode;
  /** Why the update came to no end; null where it did. */
  stopped: string | null;
  sources: SourceUpdate[];
  site: z.infer<typeof buildReport> | null;
}

/** Codes that say that a page or a listing is not laid out as the source's rules expect. */
const layoutCodes = new Set(['E_BODY', 'E_LISTING']);

/** Join what fetching and parsing said of each source; `silent` is asked for each. */
export function joinReports(
  fetched: z.infer<typeof fetchReport> | null,
  parsed: z.infer<typeof parseReport> | null,
  silent: (source: string) => Silence | null,
): SourceUpdate[] {
  const ids = [...(fetched?.sources ?? []), ...(parsed ?? [])].map(({ source }) => source);
  return [...new Set(ids)].sort().map((source) => {
    const got = fetched?.sources.find((one) => one.source === source);
    const read = parsed?.find((one) => one.source === source);
    const failed = got?.failed ?? [];
    return {
      source,
      new: got?.new ?? [],
      changed: got?.changed ?? [],
      vanished: got?.gone ?? [],
      failed,
      unread: read?.failed ?? 0,
      held: read?.held ?? [],
      unreadable: read?.unreadable.map(({ id }) => id) ?? [],
      silent: silent(source),
      layout: failed.find(({ code }) => layoutCodes.has(code))?.reason ?? null,
    };
  });
}

/** A source's update in one line for a person. */
export function lineOf({
  source,
  unread,
  held,
  unreadable,
  silent,
  layout,
  ...lists
}: SourceUpdate): string {
  const counts = (['new', 'changed', 'vanished', 'failed'] as const)
    .filter((kind) => lists[kind].length > 0)
    .map((kind) => `${lists[kind].length} ${kind}`);
  const odd = [
    ...(unread > 0 ? [`${unread} unread`] : []),
    ...(held.length > 0 ? [`${held.length} held back`] : []),
    ...(unreadable.length > 0
      ? [`${unreadable.length} left as they are, captures are missing`]
      : []),
    ...(silent ? [`silent since ${silent.last}, usually ${silent.usual} days at most`] : []),
    ...(layout ? [`layout: ${layout}`] : []),
  ];
  return `${source}: ${[...counts, ...odd].join(', ') || 'nothing new'}`;
}

/** Whether somebody should look at it. */
export const isOdd = ({
  failed,
  unread,
  held,
  unreadable,
  silent,
  layout,
}: SourceUpdate): boolean =>
  failed.length + unread + held.length + unreadable.length > 0 ||
  silent !== null ||
  layout !== null;
