import type { Failure } from './codes.ts';
import { type HostsOptions, openHosts } from './hosts.ts';
import { wholeBody } from './judge.ts';
import type { Scope } from './scope.ts';

/** A page looked at and not kept. */
export interface Look {
  /** Where it was found; redirects are not followed. */
  url: string;
  text: string;
}

/**
 * Look at pages that belong to no source yet, with the manners of a run: robots.txt, one request at a
 * time, a delay. Nothing is stored.
 */
export function openLook(
  options: Omit<HostsOptions, 'pauses' | 'judge'>,
): (url: string) => Promise<Look | Failure> {
  const hosts = openHosts({ ...options, pauses: new Map() });
  return async (url) => {
    const answer = await hosts.get(url, strangerAt(url));
    if ('code' in answer) return answer;
    const whole = hosts.judge(url, () => wholeBody(answer));
    return 'code' in whole ? whole : { url, text: whole.text };
  };
}

/** One host and nothing else, at the pace of a source that names none. */
const strangerAt = (url: string): Scope => ({
  urls: [`${new URL(url).hostname}/*`],
  listings: [{ start: url }],
  delay: 5,
});
