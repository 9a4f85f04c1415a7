import type { Site } from './site.ts';

/** The whole address of a site path, as others cite it; null where the site may stand anywhere. */
export const addressOf = ({ url }: Pick<Site, 'url'>, path: string): string | null =>
  url === null ? null : new URL(path.slice(1), url.replace(/\/?$/, '/')).href;

/** The path that the site is served under, with a slash at either end. */
export const basePathOf = ({ url }: Pick<Site, 'url'>): string =>
  url === null ? '/' : new URL(url).pathname.replace(/\/?$/, '/');
