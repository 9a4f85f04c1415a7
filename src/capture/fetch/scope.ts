import type { Source } from '../../model/source.ts';
import { type Failure, failure } from './codes.ts';

/** What of a source bounds its requests: where they may go, and how fast. */
export type Scope = Pick<Source, 'urls' | 'listings' | 'delay'>;

/** The only hosts that are asked on behalf of a source: those its addresses and listings name. */
export function hostsOf(source: Scope): Set<string> {
  const ofPages = source.urls.map((pattern) => pattern.slice(0, pattern.indexOf('/')));
  const ofLists = source.listings.map(({ start }) => new URL(start).hostname);
  return new Set([...ofPages, ...ofLists].map((host) => host.toLowerCase()));
}

/**
 * Why an address may not be asked for, or null: another scheme, a user name, a port of its own, or a
 * host that is not on the list. Names that resolve to private addresses are caught at connect time.
 */
export function outOfScope(url: string, hosts: Set<string>, anyPort: boolean): Failure | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol)) {
    return failure('E_SCOPE', 'Expected an http or https address, got another');
  }
  if (address.username || address.password) {
    return failure('E_SCOPE', 'Expected an address without a user name, got one');
  }
  if (address.port && !anyPort) {
    return failure('E_SCOPE', `Expected the scheme's own port, got \`${address.port}\``);
  }
  if (!hosts.has(address.hostname)) {
    return failure('E_SCOPE', `Expected a host of the source, got \`${address.hostname}\``);
  }
  return null;
}
