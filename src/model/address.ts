import type { Site } from './site.ts';

/** The whole address of a site path, as others cite it; null where the site may stand anywhere. */
export function addressOf({ url }: Pick<Site, 'url'>, path: string): string | null {
  if (url === null) return null;
  const base = bases.get(url) ?? new URL(url.replace(/\/?$/, '/')).href;
  bases.set(url, base);
  return plain.test(path) ? base + path.slice(1) : new URL(path.slice(1), base).href;
}

const bases = new Map<string, string>();

/** A path in which nothing is escaped or resolved: those of records, of which a page says five. */
const plain = /^(?:\/[\w~-][\w.~-]*)*\/?$/;

/** The path that the site is served under, with a slash at either end. */
export const basePathOf = ({ url }: Pick<Site, 'url'>): string =>
  url === null ? '/' : new URL(url).pathname.replace(/\/?$/, '/');
