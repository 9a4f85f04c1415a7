import type { Source } from '../../model/source.ts';
import { listCaptures } from '../list-captures.ts';
import type { Run } from '../open-run.ts';
import { type Failure, type FetchCode, failure } from './codes.ts';
import type { Hosts } from './hosts.ts';
import type { Link } from './list-links.ts';
import { isDue, isLookedAt, type KnownPage, keyOf, pagesOf } from './pages.ts';
import { type Visit, visitPage } from './visit.ts';
import { walkListing } from './walk.ts';
import { readWanted, type Wanted, writeWanted } from './wanted.ts';

/** What a run did for one source. */
export interface SourceReport {
  source: string;
  /** Pages by what their visit brought. */
  new: string[];
  changed: string[];
  unchanged: string[];
  gone: string[];
  failed: { url: string; code: FetchCode; reason: string }[];
  /** Pages that are wanted and not stored when the run ends. */
  wanted: number;
}

/** What a fetch needs besides the source. */
export interface FetchOptions {
  /** Path of the content folder. */
  content: string;
  run: Run;
  hosts: Hosts;
  now(): Date;
  /** Days, inclusive, of the pages to fetch. */
  since?: string;
  until?: string;
  /** Most pages to ask for. */
  limit?: number;
  /** Walks the whole listing and looks at every page again. */
  refresh: boolean;
  /** Stops after the page in flight. */
  signal: AbortSignal;
  /** Told why a listing could not be walked to its end. */
  onListing(url: string, failure: Failure): void;
  /** Told how many pages are to be asked for, then each as it is done, and whether it says anything new. */
  onPlan(pages: number): void;
  onVisit(url: string, visit: Visit, isNews: boolean): void;
}

/**
 * Fetches what is new of a source and looks again at what is due. Everything that came is stored
 * before the next page is asked for; what a listing showed is noted before the first one is, so that
 * a run that is cut is taken up by the next.
 */
export async function fetchSource(source: Source, options: FetchOptions): Promise<SourceReport> {
  const { content, signal } = options;
  const pages = pagesOf(await listCaptures(content, source.id));
  const report: SourceReport = {
    source: source.id,
    new: [],
    changed: [],
    unchanged: [],
    gone: [],
    failed: [],
    wanted: 0,
  };
  const noted = await readWanted(content, source.id);
  const { wanted, listed } = await walkAll(source, noted, pages, options, report);
  await writeWanted(content, source.id, wanted);
  const plan = planOf(wanted, listed, pages, options);
  options.onPlan(plan.length);
  for (const url of plan) {
    if (signal.aborted) break;
    const visit = await visitPage(url, pages, source, options.hosts);
    await note(url, visit, source, options, report);
  }
  await settleWanted(source, wanted, options, report);
  return report;
}

/** Failures of a whole host, which answers nothing more in this run: told once. */
const ends = new Set<FetchCode>([
  'E_CLOCK',
  'E_LEFT_ALONE',
  'E_RETRY_AFTER',
  'E_ROBOTS_UNREACHABLE',
]);

/** Most pages that a source may owe: a listing of more is noted by several runs. */
export const mostNoted = 10_000;

/** Walks every listing; new addresses come before those that earlier runs noted. */
async function walkAll(
  source: Source,
  noted: Wanted,
  pages: Map<string, KnownPage>,
  { hosts, since, until, refresh, signal, onListing }: FetchOptions,
  report: SourceReport,
): Promise<{ wanted: Wanted; listed: Link[] }> {
  const old = new Set(noted.pages.map(({ url }) => keyOf(url)));
  const known = (url: string) => pages.has(keyOf(url)) || old.has(keyOf(url));
  const walked = new Set(noted.walked);
  const listed: Link[] = [];
  for (const listing of source.listings) {
    const whole = refresh || !walked.has(listing.start);
    const stopped = () => signal.aborted;
    const days = { ...(since && { since }), ...(until && { until }) };
    const walk = await walkListing(listing, source, hosts, { known, whole, stopped, ...days });
    listed.push(...walk.links);
    if (walk.complete) walked.add(listing.start);
    else walked.delete(listing.start);
    if (walk.failed && fail(listing.start, walk.failed, report)) {
      onListing(listing.start, walk.failed);
    }
  }
  const room = Math.max(0, mostNoted - noted.pages.length);
  const unknown = [
    ...new Map(listed.filter(({ url }) => !known(url)).map((it) => [keyOf(it.url), it])).values(),
  ];
  const fresh = unknown.slice(0, room);
  const [first] = source.listings;
  if (fresh.length < unknown.length && first) {
    // Walked anew as a whole by the next run, which has room for more.
    walked.clear();
    const reason = `Expected at most ${room} new pages in a run, got ${unknown.length}; later runs note the rest`;
    const many = failure('E_TOO_MANY', reason);
    if (fail(first.start, many, report)) onListing(first.start, many);
  }
  const merged = new Map([...fresh, ...noted.pages].map((link) => [keyOf(link.url), link]));
  const missing = [...merged.values()].filter(({ url }) => !pages.has(keyOf(url)));
  return { wanted: { walked: [...walked].sort(), pages: missing }, listed };
}

/** Addresses to ask for: what is wanted within the days, then what is due, oldest look first. */
function planOf(
  wanted: Wanted,
  listed: Link[],
  pages: Map<string, KnownPage>,
  { since, until, limit, refresh, now }: FetchOptions,
): string[] {
  const asked = wanted.pages.filter(
    ({ day }) => day === null || (day >= (since ?? '') && day <= (until ?? '9999')),
  );
  const known = [...pages.values()].filter(isLookedAt);
  const inDays = listed.flatMap(({ url }) => pages.get(keyOf(url)) ?? []);
  // A page that a listing no longer names is the likeliest to be gone; only a listing tells its day.
  const refreshed = since === undefined && until === undefined ? known : inDays;
  const again = refresh ? refreshed : known.filter((page) => isDue(page, now()));
  const oldestFirst = again.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
  return [...asked, ...oldestFirst].map(({ url }) => url).slice(0, limit);
}

async function note(
  url: string,
  visit: Visit,
  source: Source,
  { run, onVisit }: FetchOptions,
  report: SourceReport,
): Promise<void> {
  if (visit.kind === 'failed') return onVisit(url, visit, fail(url, visit.failure, report));
  for (const capture of visit.captures) await run.add(source.id, capture);
  report[visit.kind].push(url);
  onVisit(url, visit, true);
}

/** Notes a failure; false where it only repeats what is known of the host. */
function fail(url: string, { code, reason }: Failure, report: SourceReport): boolean {
  const { host } = new URL(url);
  const isOld = (it: SourceReport['failed'][0]) =>
    it.code === code && new URL(it.url).host === host;
  if (ends.has(code) && report.failed.some(isOld)) return false;
  report.failed.push({ url, code, reason });
  return true;
}

async function settleWanted(
  source: Source,
  wanted: Wanted,
  { content }: FetchOptions,
  report: SourceReport,
): Promise<void> {
  const done = new Set([...report.new, ...report.changed, ...report.unchanged, ...report.gone]);
  const left = wanted.pages.filter(({ url }) => !done.has(url));
  // What failed goes to the end: three pages that always fail must not cost the others their turn.
  const own = report.failed.filter(({ code }) => !ends.has(code));
  const failed = new Set(own.map(({ url }) => url));
  const isNext = ({ url }: Link) => !failed.has(url);
  const pages = [...left.filter(isNext), ...left.filter((it) => !isNext(it))];
  report.wanted = pages.length;
  await writeWanted(content, source.id, { ...wanted, pages });
}
