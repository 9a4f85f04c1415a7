import type { Listing } from '../../model/listing.ts';
import type { Source } from '../../model/source.ts';
import { type Failure, failure } from './codes.ts';
import type { Hosts } from './hosts.ts';
import { wholeBody } from './judge.ts';
import { type Link, type ListPage, listPageUrl, readListPage } from './list-links.ts';

/** What a walk along a listing found. */
export interface Walk {
  /** Links within the days asked for, newest first as listed; known ones among them. */
  links: Link[];
  /** Why the walk ended early, or null. */
  failed: Failure | null;
  /** Whether everything older is known: the walk came to the end or to a page that is known in full. */
  complete: boolean;
}

/** How far a walk goes. */
export interface Reach {
  /** Whether an address is already stored or noted; a list page of known ones only ends the walk. */
  known(url: string): boolean;
  /** Goes on past known pages, to the end: a first walk, a walk that was cut, `--refresh`. */
  whole: boolean;
  since?: string;
  until?: string;
  stopped(): boolean;
}

/**
 * Walks a listing from its newest page: until a list page whose links are all known, the last list
 * page, or a page of days before `since`. A list page without any link is a failure: layouts change.
 */
export async function walkListing(
  listing: Listing,
  source: Source,
  hosts: Hosts,
  reach: Reach,
): Promise<Walk> {
  const links = new Map<string, Link>();
  const seen = new Set<string>();
  const end = (complete: boolean, failed: Failure | null = null): Walk => ({
    links: [...links.values()].filter((it) => within(it, reach)),
    failed,
    complete,
  });
  let pages: number | null = null;
  for (let n = 0; ; n += 1) {
    const url = listPageUrl(listing, n);
    if (url === null || (pages !== null && n >= pages)) return end(true);
    if (reach.stopped()) return end(false);
    const page = await readPage(url, listing, source, hosts);
    if ('code' in page) return isPastEnd(page, n) ? end(true) : end(false, page);
    pages = page.pages ?? pages;
    // Some sites answer any number beyond the last with the last list page.
    if (page.all.every((it) => seen.has(it))) return end(true);
    for (const it of page.all) seen.add(it);
    const fresh = page.links.filter((it) => !links.has(it.url));
    for (const link of fresh) links.set(link.url, link);
    if (fresh.length === 0) continue;
    if (!reach.whole && fresh.every((it) => reach.known(it.url))) return end(true);
    if (fresh.every((it) => isBefore(it, reach.since))) return end(false);
  }
}

async function readPage(
  url: string,
  listing: Listing,
  source: Source,
  hosts: Hosts,
): Promise<ListPage | Failure> {
  const answer = await hosts.get(url, source);
  if ('code' in answer) return answer;
  if (answer.status !== 200) {
    const { status } = answer;
    return { ...failure('E_LISTING', `Expected a list page, got status ${status}`), status };
  }
  const page = hosts.judge(url, () => {
    const whole = wholeBody(answer);
    return 'code' in whole ? whole : readListPage(whole.text, url, listing);
  });
  if ('code' in page || page.all.length > 0) return page;
  return failure('E_LISTING', `Expected links at \`${listing.links}\`, got none`);
}

/** A list without a count ends where the server has no further page. */
const isPastEnd = ({ status }: Failure, n: number): boolean =>
  n > 0 && (status === 404 || status === 410);

const isBefore = ({ day }: Link, since: string | undefined): boolean =>
  since !== undefined && day !== null && day < since;

const within = ({ day }: Link, { since, until }: Reach): boolean =>
  day === null || ((since === undefined || day >= since) && (until === undefined || day <= until));
