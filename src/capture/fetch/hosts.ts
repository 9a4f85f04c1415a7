import { askRobots } from './ask-robots.ts';
import { type Failure, failure } from './codes.ts';
import { type Check, type Host, type HostOptions, openHost } from './host.ts';
import { wholeBody } from './judge.ts';
import { type Judge, judgeOnce } from './judging.ts';
import type { Rules } from './robots.ts';
import { hostsOf, outOfScope, type Scope } from './scope.ts';
import type { Received } from './transport.ts';

/** All hosts of a run. */
export interface Hosts {
  /** Asks for an address on behalf of a source, if its scope and the host's robots.txt allow it. */
  get(url: string, source: Scope, headers?: Record<string, string>): Promise<Received | Failure>;
  /** Tells the address's host whether what came was a page. */
  note(url: string, good: boolean): void;
  /** Looks at what came from an address. */
  judge: Judge;
}

/** What a run's requests have in common. */
export interface HostsOptions extends Omit<HostOptions, 'onPause' | 'adaptive'> {
  /** Name and contact that every request carries. */
  userAgent: string;
  /** Seconds between requests that replace those of the sources: rehearsals and tests. */
  delay?: number;
  /** Lets ports other than the scheme's own be asked: rehearsals and tests. */
  anyPort: boolean;
  /** Until when hosts of earlier runs asked to be left alone, by host; added to by this run. */
  pauses: Map<string, string>;
  /** Looks at what comes; without one nothing is remembered of a page that ends the run. */
  judge?: Judge;
}

/** Opens a run's hosts; each is known by its origin, and a source only reaches its own. */
export function openHosts(options: HostsOptions): Hosts {
  const { judge = judgeOnce } = options;
  const opened = new Map<string, Host>();
  const rules = new Map<string, Promise<Rules | Failure>>();
  const hostOf = (url: string): Host => {
    const { host, origin } = new URL(url);
    const known = opened.get(origin);
    if (known) return known;
    const onPause = (until: Date) => void options.pauses.set(host, until.toISOString());
    const made = openHost({ ...options, adaptive: options.delay === undefined, onPause });
    opened.set(origin, made);
    return made;
  };

  async function rulesOf(origin: string, source: Scope): Promise<Rules | Failure> {
    const ask = (url: string) => send(url, source, {});
    const asked = rules.get(origin) ?? askRobots(origin, ask, judge);
    rules.set(origin, asked);
    return asked;
  }

  /** One request without a look at robots.txt. */
  async function send(url: string, source: Scope, extra: Record<string, string>, check?: Check) {
    const out = outOfScope(url, hostsOf(source), options.anyPort) ?? paused(url);
    if (out) return out;
    const host = hostOf(url);
    host.slowDown(options.delay ?? source.delay);
    const headers = { ...commonHeaders(options.userAgent), ...extra };
    return host.ask({ url, headers }, check);
  }

  function paused(url: string): Failure | null {
    const until = options.pauses.get(new URL(url).host);
    if (until === undefined || Date.parse(until) <= options.clock.now().getTime()) return null;
    return failure(
      'E_RETRY_AFTER',
      `Expected the host to be ready, got its wish for rest until ${until}`,
    );
  }

  return {
    async get(url, source, headers = {}) {
      const out = outOfScope(url, hostsOf(source), options.anyPort) ?? paused(url);
      if (out) return out;
      const { origin } = new URL(url);
      const host = hostOf(url);
      return host.alone(async () => {
        const left = host.left();
        if (left) return left;
        const found = await rulesOf(origin, source);
        if ('code' in found) return found;
        if (found.crawlDelay !== null) host.slowDown(found.crawlDelay);
        if (!found.allows(url))
          return failure('E_ROBOTS', 'Expected leave to fetch, got a Disallow');
        return send(url, source, headers, (answer) => cutBody(answer, judge));
      });
    },
    note: (url, good) => hostOf(url).note(good),
    judge,
  };
}

/** A body that came cut is worth another try; what else a body can be is not the host's matter. */
function cutBody(answer: Received, judge: Judge): Failure | null {
  if (answer.status !== 200) return null;
  const whole = judge(answer.url, () => wholeBody(answer));
  return 'code' in whole && whole.again ? whole : null;
}

/** No Accept-Language: a source's address says its language. */
const commonHeaders = (userAgent: string): Record<string, string> => ({
  'user-agent': userAgent,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
});
