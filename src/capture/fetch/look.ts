import { source } from '../../model/source.ts';
import type { Failure } from './codes.ts';
import { type HostsOptions, openHosts } from './hosts.ts';
import { wholeBody } from './judge.ts';

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
  options: Omit<HostsOptions, 'pauses'>,
): (url: string) => Promise<Look | Failure> {
  const hosts = openHosts({ ...options, pauses: new Map() });
  return async (url) => {
    const answer = await hosts.get(url, strangerAt(url));
    if ('code' in answer) return answer;
    const whole = wholeBody(answer);
    return 'code' in whole ? whole : { url, text: whole.text };
  };
}

/** A source that claims one host and nothing else, for the scope of a single request. */
const strangerAt = (url: string) =>
  source.parse({
    id: 'look',
    institution: 'look',
    names: { 'zh-Hans': 'look', en: 'look' },
    publisher: 'look',
    language: 'en',
    timeZone: 'UTC',
    verified: false,
    urls: [`${new URL(url).hostname}/*`],
    rights: { statement: 'look', url: null, redistribute: 'unknown' },
    dialect: 'none',
  });
