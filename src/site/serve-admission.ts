/** What is asked of the site's own server, as its first line and headers say it. */
export interface Asked {
  method?: string | undefined;
  /** The target of the request line, as sent. */
  url?: string | undefined;
  headers: {
    host?: string | undefined;
    origin?: string | undefined;
    'sec-fetch-site'?: string | string[] | undefined;
    'sec-fetch-mode'?: string | string[] | undefined;
  };
}

/** The path and query to look for, or why there is no answer. */
export type Admission = { path: string } | { status: 400 | 403 | 404 | 405; reason: string };

/** The names by which a browser reaches its own machine without asking anybody. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The names that requests may use for this server. Any page can lead its own name to this machine
 * (DNS rebinding) and then read what the server answers, so that no other name is served.
 */
export const servedNames = (host?: string): ReadonlySet<string> =>
  new Set(host === undefined ? loopback : [...loopback, host.toLowerCase()]);

/** Whether a request may be answered, and with what path; `names` as from {@link servedNames}. */
export function admission(asked: Asked, names: ReadonlySet<string>): Admission {
  if (asked.method !== 'GET' && asked.method !== 'HEAD')
    return { status: 405, reason: 'Expected GET or HEAD' };
  if (!isOwn(asked, names))
    return { status: 403, reason: 'Expected a page of this machine to ask, got another' };
  const target = targetOf(asked.url ?? '');
  if (target === null) return { status: 400, reason: 'Expected a path that can be read' };
  if (!names.has(target.hostname))
    return { status: 403, reason: 'Expected an address of this machine, got another' };
  return isPublic(target.segments)
    ? { path: target.path }
    : { status: 404, reason: 'Expected a page of the site' };
}

/** Whether the Host is one of the names, and the page that asks, where one is named, is of one of them. */
export function isOwn({ headers }: Asked, names: ReadonlySet<string>): boolean {
  const { host, origin } = headers;
  if (host === undefined || !names.has(nameOf(host))) return false;
  if (origin !== undefined && !names.has(nameOf(origin.replace(/^https?:\/\//, '')))) return false;
  return headers['sec-fetch-site'] !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate';
}

/** The name in `name:port`; empty where it is none. */
const nameOf = (authority: string): string =>
  /^(\[[\da-f:]+\]|[\w.-]+?)\.?(?::\d+)?$/i.exec(authority)?.[1]?.toLowerCase() ?? '';

/** A path, or a whole address (RFC 9112, 3.2.2), taken apart; null where it is neither. */
function targetOf(url: string): { hostname: string; path: string; segments: string[] } | null {
  try {
    const { hostname, pathname, search } = new URL(
      url.startsWith('/') ? `http://localhost${url}` : url,
    );
    const segments = decodeURIComponent(pathname).slice(1).split(/[/\\]/);
    if (segments.some((it) => /\p{Cc}/u.test(it))) return null;
    return { hostname, path: pathname + search, segments };
  } catch {
    return null;
  }
}

/** Names with a dot in front are the build's own state, or a repository; `.well-known` is for everybody. */
function isPublic(segments: string[]): boolean {
  if (segments.join('/') === '.11ty/reload-client.js') return true;
  return segments.every(
    (it, nth) =>
      (it !== '' || nth === segments.length - 1) && (!it.startsWith('.') || it === '.well-known'),
  );
}
