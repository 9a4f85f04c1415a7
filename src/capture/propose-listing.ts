import type { z } from 'zod';
import type { listing } from '../model/listing.ts';
import { treeOf } from './tree.ts';

/** A listing as YAML writes it. */
export type ListingInput = z.input<typeof listing>;

/** Fewer links of a page's shape than this are chance: the next and the previous page. */
const fewest = 2;

/** Pages that may list this one: those it links to in the folders above it, the nearest first. */
export function listsNear(text: string, url: string): string[] {
  const folder = new URL('.', url);
  const links = linksOn(text, url).filter((link) => {
    const { origin, pathname } = new URL(link);
    const above = pathname.replace(/[^/]*$/, '');
    return (
      origin === folder.origin && folder.pathname.startsWith(above) && above !== '/' && link !== url
    );
  });
  return [...new Set(links)].sort(
    (a, b) => new URL(b).pathname.length - new URL(a).pathname.length,
  );
}

/** A listing, and a page of it that is as far from the newest as one list page shows. */
export interface Listed {
  listing: ListingInput;
  oldest: string;
}

/** The listing that a list page is for pages like this one; null where it names too few of them. */
export function proposeListing(text: string, start: string, page: string): Listed | null {
  const follow = shapeOf(page);
  const like = new Set(linksOn(text, start).filter((link) => new RegExp(follow, 'u').test(link)));
  const oldest = [...like].at(-1);
  if (oldest === undefined || like.size < fewest) return null;
  const listing = { start, verified: true, follow, ...dayIn(page), ...nextOf(text, start) };
  return { listing, oldest };
}

const linksOn = (text: string, url: string): string[] => {
  return treeOf(text)
    .all('a[href]')
    .flatMap(({ attribs }) => {
      const href = attribs.href ?? '';
      return URL.canParse(href, url) ? [new URL(href, url).href.replace(/#.*$/, '')] : [];
    });
};

/** The end of an address with every number in it left open: `/t\d+_\d+\.html$`. */
function shapeOf(page: string): string {
  const { pathname, search } = new URL(page);
  const parts = pathname.split('/');
  const from = parts.findIndex((part) => /\d{2}/.test(part));
  const end = `/${parts.slice(from === -1 ? -1 : from).join('/')}${search}`;
  const escaped = end.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d+/g, '\\d+');
  return from === -1 ? escaped.replace(/[^/]+$/, '[^/]+').concat('$') : `${escaped}$`;
}

/** A day in the address, written together or with separators. */
function dayIn(page: string): { day?: string } {
  const day = String.raw`(?<year>20\d{2})(?<month>[01]\d)(?<day>[0-3]\d)`;
  const parted = String.raw`(?<year>20\d{2})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})`;
  const found = [day, parted].find((pattern) => new RegExp(pattern, 'u').test(page));
  return found === undefined ? {} : { day: found };
}

/** How the second list page is named: by a count in a script, or by a link with its number. */
function nextOf(text: string, start: string): Pick<ListingInput, 'next' | 'first' | 'count'> {
  if (/countPage\s*=\s*\d+/.test(text)) {
    const extension = /\.(\w+)$/.exec(new URL(start).pathname)?.[1] ?? 'html';
    return {
      next: `index_{n}.${extension}`,
      first: 1,
      count: String.raw`countPage\s*=\s*(?<n>\d+)`,
    };
  }
  for (const link of linksOn(text, start)) {
    const numbered = /(?:index_|[?&]p(?:age|n)?=|\/page\/)(?<n>[012])(?=\D|$)/.exec(link);
    const n = numbered?.groups?.n;
    if (numbered && n !== undefined && n !== '0') {
      const at = numbered.index + numbered[0].length - n.length;
      return { next: `${link.slice(0, at)}{n}${link.slice(at + n.length)}`, first: Number(n) };
    }
  }
  return {};
}
