import { isTag } from 'domhandler';
import type { Listing } from '../../model/listing.ts';
import { treeOf, wordsOf } from '../tree.ts';

/** An address that a list page names, with the day that its text or address gives. */
export interface Link {
  url: string;
  /** YYYY-MM-DD, or null where the listing has no rule for it or the rule does not fit. */
  day: string | null;
}

/** A list page as read: its links in order, and how many list pages there are, if it says so. */
export interface ListPage {
  links: Link[];
  /** Addresses of all links of the list, those to other kinds of page included. */
  all: string[];
  pages: number | null;
}

/**
 * Reads a list page, sitemap or feed; addresses are made absolute, doubles left out. Throws `TooMuch`
 * where it holds more than a page may.
 */
export function readListPage(text: string, address: string, listing: Listing): ListPage {
  const found =
    listing.kind === 'page' ? linksOf(text, address, listing) : addressesOf(text, address);
  const follow = expressionOf(listing.follow);
  const wanted = expressionOf(listing.text);
  const followed = found.filter(({ url }) => follow.test(url));
  const kept = followed.filter((it) => wanted.test(it.text));
  const links = new Map(
    kept.map(({ url, text: words }) => [url, { url, day: dayOf(`${url} ${words}`, listing) }]),
  );
  const pages = listing.count ? text.match(expressionOf(listing.count))?.groups?.n : undefined;
  const all = followed.map(({ url }) => url);
  return { links: [...links.values()], all, pages: pages === undefined ? null : Number(pages) };
}

/** Address of the nth list page, from 0; null where there is none. */
export function listPageUrl(listing: Listing, n: number): string | null {
  if (n === 0) return listing.start;
  if (!listing.next || n >= listing.most) return null;
  return new URL(listing.next.replace('{n}', String(listing.first + n - 1)), listing.start).href;
}

interface Found {
  url: string;
  text: string;
}

/** Most characters that are read of the words of a link. */
const longestText = 1000;

function linksOf(text: string, address: string, { links }: Listing): Found[] {
  const page = treeOf(text);
  const base = absolute(page.all('base[href]')[0]?.attribs.href ?? '', address) ?? address;
  return page.all(links).flatMap((link) => {
    const url = absolute(link.attribs.href ?? '', base);
    const words = (link.attribs.title ?? '') + wordsOf(link, longestText);
    return url === null ? [] : [{ url, text: words }];
  });
}

const dated = new Set(['title', 'pubDate', 'published', 'lastmod']);

/** `loc` of a sitemap, `link` of RSS, `link href` of Atom, with the title or date beside it. */
function addressesOf(text: string, address: string): Found[] {
  return treeOf(text, { xml: true })
    .all('url, item, entry')
    .flatMap((it) => {
      const parts = it.children.filter(isTag);
      const wordsIn = (isOne: (name: string) => boolean) =>
        parts
          .filter(({ name }) => isOne(name))
          .map((part) => wordsOf(part, longestText))
          .join('');
      const href = parts.find(({ name }) => name === 'link')?.attribs.href;
      const place = wordsIn((name) => name === 'loc') || href || wordsIn((name) => name === 'link');
      const url = absolute(place, address);
      return url === null ? [] : [{ url, text: wordsIn((name) => dated.has(name)) }];
    });
}

/** Longer addresses are no page's: a robots.txt is matched against each. */
const longestAddress = 4096;

function absolute(href: string, base: string): string | null {
  const trimmed = href.trim();
  if (
    trimmed === '' ||
    trimmed.length > longestAddress ||
    trimmed.startsWith('#') ||
    !URL.canParse(trimmed, base)
  )
    return null;
  const url = new URL(trimmed, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function dayOf(words: string, { day }: Listing): string | null {
  const { year, month, day: date } = day ? (words.match(expressionOf(day))?.groups ?? {}) : {};
  if (!year || !month || !date) return null;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const expressionOf = (pattern: string | undefined): RegExp => new RegExp(pattern ?? '', 'u');
