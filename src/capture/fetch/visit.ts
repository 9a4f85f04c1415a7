import type { Source } from '../../model/source.ts';
import { sha256Of } from '../digest.ts';
import { sourceOf } from '../find-source.ts';
import type { NewCapture } from '../new-capture.ts';
import { asCapture, asRevisit } from './as-capture.ts';
import { type Failure, failure } from './codes.ts';
import type { Hosts } from './hosts.ts';
import { impostor, wholeBody } from './judge.ts';
import { type KnownPage, keyOf } from './pages.ts';
import { fieldOf, type Received } from './transport.ts';

/** What a visit to a page brought. */
export type Visit =
  | { kind: 'new' | 'changed' | 'unchanged' | 'gone'; captures: NewCapture[] }
  | { kind: 'failed'; failure: Failure };

const mostHops = 5;

/** After so many 304 in a row the page is asked for in full: some servers answer 304 to anything. */
const mostRevisits = 3;

/**
 * Visits a page, with the validators that each address gave, and follows redirects within the source.
 * What comes back is what to store: every answer on the way; of a page that is not there the answer at
 * its own address; nothing where the page failed.
 */
export async function visitPage(
  url: string,
  pages: Map<string, KnownPage>,
  source: Source,
  hosts: Hosts,
): Promise<Visit> {
  const known = pages.get(keyOf(url));
  const path = await follow(url, pages, source, hosts);
  if ('code' in path) return { kind: 'failed', failure: path };
  const { hops, last } = path;
  const there = hops.length > 0 ? pages.get(keyOf(last.url)) : known;
  const whole = hosts.judge(last.url, () => pageOf(last, there, source));
  // An error page with status 200 tells of a page that was there; of any other it is no fact.
  const absent = 'code' in whole ? absenceOf(whole, known) : undefined;
  hosts.note(last.url, !('code' in whole) || absent === String(last.status));
  if ('code' in whole && absent === undefined) return { kind: 'failed', failure: whole };
  if ('code' in whole) {
    const [first = last] = hops;
    const capture = asCapture(first, first.body, absent);
    return { kind: known?.absent ? 'unchanged' : 'gone', captures: [capture] };
  }
  const { kind, capture } = judge(last, whole.bytes, there);
  return { kind, captures: [...hops.map((hop) => asCapture(hop, hop.body)), capture] };
}

/** What says that a page is not there: a status that means it, or an error page in its place. */
function absenceOf({ code, status }: Failure, known: KnownPage | undefined): string | undefined {
  if (status !== undefined && gone.has(status)) return String(status);
  return code === 'E_SOFT_404' && known?.latest ? code : undefined;
}

const gone = new Set([404, 410]);

/**
 * Validators of what an address showed last, as they came from it: neither is read, none is invented,
 * none goes to another address.
 */
function validatorsFor(url: string, pages: Map<string, KnownPage>): Record<string, string> {
  const { latest, revisits = 0 } = pages.get(keyOf(url)) ?? {};
  if (!latest || latest.url !== url || revisits >= mostRevisits) return {};
  return {
    ...(isSendable(latest.etag) && { 'if-none-match': latest.etag }),
    ...(isSendable(latest.lastModified) && { 'if-modified-since': latest.lastModified }),
  };
}

/** Characters that HTTP lets a field have. */
const isSendable = (field: string | undefined): field is string =>
  field !== undefined && /^[\t\x20-\x7e\x80-\xff]+$/.test(field);

/** Whether an answer was asked for on condition of a change: only then 304 says something. */
const isConditional = ({ sent }: Received): boolean =>
  'if-none-match' in sent || 'if-modified-since' in sent;

async function follow(
  start: string,
  pages: Map<string, KnownPage>,
  source: Source,
  hosts: Hosts,
): Promise<{ hops: Received[]; last: Received } | Failure> {
  const hops: Received[] = [];
  let url = start;
  while (hops.length <= mostHops) {
    const answer = await hosts.get(url, source, validatorsFor(url, pages));
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
const ours = new Set<Failure['code']>(['E_CLOCK', 'E_SCOPE', 'E_ROBOTS', 'E_NOT_IN_WARC']);

function withoutHash(url: URL): string {
  url.hash = '';
  return url.href;
}

/** What an answer with a page's content means, and what is to be stored of it. */
function judge(
  answer: Received,
  bytes: Buffer | null,
  known: KnownPage | undefined,
): { kind: 'new' | 'changed' | 'unchanged'; capture: NewCapture } {
  const latest = known?.latest;
  if (latest && (bytes === null || latest.sha256 === sha256Of(bytes))) {
    return { kind: known.absent ? 'changed' : 'unchanged', capture: asRevisit(answer, latest) };
  }
  return { kind: latest ? 'changed' : 'new', capture: asCapture(answer, bytes ?? answer.body) };
}

/** The page that an answer holds, `bytes` being null where it has not changed; or why it holds none. */
function pageOf(
  answer: Received,
  known: KnownPage | undefined,
  source: Source,
): { bytes: Buffer | null } | Failure {
  const { status } = answer;
  if (status === 304 && known?.latest && isConditional(answer)) return { bytes: null };
  if (status !== 200) {
    return { ...failure('E_PROTOCOL', `Expected status 200, got ${status}`), status };
  }
  if (!sourceOf(answer.url, [source])) {
    return failure('E_SOFT_404', 'Expected a page of the source, got a redirect to another part');
  }
  const whole = wholeBody(answer);
  return 'code' in whole ? whole : (impostor(whole, source) ?? whole);
}
