import type { Source } from '../../model/source.ts';
import { type Failure, failure } from './codes.ts';

/** What of a source bounds its requests: where they may go, and how fast. */
export interface Scope extends Pick<Source, 'urls' | 'delay'> {
  listings: Pick<Source['listings'][number], 'start'>[];
}

/** The hosts that may be asked on behalf of a source, each with the ports that its listings name. */
export type Allowed = Map<string, Set<string>>;

/** The only hosts that are asked on behalf of a source: those its addresses and listings name. */
export function hostsOf(source: Scope): Allowed {
  const allowed: Allowed = new Map();
  for (const pattern of source.urls)
    allowed.set(pattern.slice(0, pattern.indexOf('/')).toLowerCase(), new Set());
  for (const { hostname, port } of source.listings.map(({ start }) => new URL(start)))
    allowed.set(hostname, new Set([...(allowed.get(hostname) ?? []), port]));
  return allowed;
}

/**
 * Why an address may not be asked for, or null: another scheme, a user name, a host that is not on the
 * list, or a port that is neither its scheme's own nor one that a listing at this host names. `anyPort`
 * lets hosts that no listing names have any. Names that resolve to private addresses are caught at
 * connect time.
 */
export function outOfScope(url: string, hosts: Allowed, anyPort: boolean): Failure | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol)) {
    return failure('E_SCOPE', 'Expected an http or https address, got another');
  }
  if (address.username || address.password) {
    return failure('E_SCOPE', 'Expected an address without a user name, got one');
  }
  const ports = hosts.get(address.hostname);
  const isPortAllowed = ports?.has(address.port) || (anyPort && !ports?.size);
  if (address.port && !isPortAllowed) {
    return failure('E_SCOPE', `Expected the scheme's own port, got \`${address.port}\``);
  }
  if (!ports) {
    return failure('E_SCOPE', `Expected a host of the source, got \`${address.hostname}\``);
  }
  return null;
}
