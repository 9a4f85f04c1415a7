import type { Source } from '../../model/source.ts';
import { sourceOf } from '../find-source.ts';
import { type NewCapture, sha256Of } from '../new-capture.ts';
import { asCapture, asRevisit } from './as-capture.ts';
import { type Failure, failure } from './codes.ts';
import type { Hosts } from './hosts.ts';
import { impostor, wholeBody } from './judge.ts';
import type { KnownPage } from './pages.ts';
import { fieldOf, type Received } from './transport.ts';

/** What a visit to a page brought. */
export type Visit =
  | { kind: 'new' | 'changed' | 'unchanged' | 'gone'; captures: NewCapture[] }
  | { kind: 'failed'; failure: Failure };

const mostHops = 5;

/** After so many 304 in a row the page is asked for in full: some servers answer 304 to anything. */
const mostRevisits = 3;

/**
 * Visits a page, with the validators of its latest capture, and follows redirects within the source.
 * What comes back is what to store: every answer on the way, or nothing where the page failed.
 */
export async function visitPage(
  url: string,
  known: KnownPage | undefined,
  source: Source,
  hosts: Hosts,
): Promise<Visit> {
  const headers = known && known.revisits < mostRevisits ? validatorsOf(known) : {};
  const path = await follow(url, headers, source, hosts);
  if ('code' in path) return { kind: 'failed', failure: path };
  const { hops, last } = path;
  const before = hops.map((hop) => asCapture(hop, hop.body));
  const visit = judge(last, known, source);
  hosts.note(last.url, visit.kind !== 'failed');
  if (visit.kind === 'failed') return visit;
  return { ...visit, captures: [...before, ...visit.captures] };
}

/** Validators as they came, sent back unchanged: neither is read, none is invented. */
function validatorsOf({ latest }: KnownPage): Record<string, string> {
  return {
    ...(latest?.etag !== undefined && { 'if-none-match': latest.etag }),
    ...(latest?.lastModified !== undefined && { 'if-modified-since': latest.lastModified }),
  };
}

async function follow(
  start: string,
  validators: Record<string, string>,
  source: Source,
  hosts: Hosts,
): Promise<{ hops: Received[]; last: Received } | Failure> {
  const hops: Received[] = [];
  let url = start;
  while (hops.length <= mostHops) {
    const answer = await hosts.get(url, source, validators);
    if ('code' in answer) {
      if (!ours.has(answer.code)) hosts.note(url, false);
      return answer;
    }
    const location = fieldOf(answer, 'location');
    if (!redirects.has(answer.status)) return { hops, last: answer };
    if (location === undefined || !URL.canParse(location, url)) {
      return failure(
        'E_REDIRECT',
        `Expected an address to go to with status ${answer.status}, got none`,
      );
    }
    hops.push(answer);
    url = withoutHash(new URL(location, url));
    if (hops.some((hop) => hop.url === url)) {
      return failure('E_REDIRECT', 'Expected a redirect to an end, got a circle');
    }
  }
  return failure('E_REDIRECT', `Expected at most ${mostHops} redirects, got more`);
}

const redirects = new Set([301, 302, 303, 307, 308]);

/** Failures that are decisions of ours and say nothing of the host. */
const ours = new Set<Failure['code']>(['E_SCOPE', 'E_ROBOTS', 'E_NOT_IN_WARC']);

function withoutHash(url: URL): string {
  url.hash = '';
  return url.href;
}

function judge(answer: Received, known: KnownPage | undefined, source: Source): Visit {
  const { status, body } = answer;
  const latest = known?.latest;
  if (status === 404 || status === 410) {
    return { kind: 'gone', captures: [asCapture(answer, body)] };
  }
  if (status === 304 && latest) {
    return { kind: 'unchanged', captures: [asRevisit(answer, latest)] };
  }
  const whole = wholeOf(answer, source);
  if ('code' in whole) return { kind: 'failed', failure: whole };
  if (latest?.sha256 === sha256Of(whole.bytes)) {
    return { kind: 'unchanged', captures: [asRevisit(answer, latest)] };
  }
  return { kind: latest ? 'changed' : 'new', captures: [asCapture(answer, whole.bytes)] };
}

function wholeOf(answer: Received, source: Source) {
  if (answer.status !== 200) {
    return failure('E_PROTOCOL', `Expected status 200, got ${answer.status}`);
  }
  if (!sourceOf(answer.url, [source])) {
    return failure('E_SOFT_404', 'Expected a page of the source, got a redirect to another part');
  }
  const whole = wholeBody(answer);
  return 'code' in whole ? whole : (impostor(whole, source) ?? whole);
}
