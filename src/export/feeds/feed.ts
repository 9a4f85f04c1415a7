import { generateAtomFeed, generateJsonFeed, generateOpml } from 'feedsmith';
import type { ExportFile } from '../export-file.ts';
import { xmlText } from '../xml.ts';

/** One thing to follow in a feed, with its whole text. */
export interface FeedItem {
  /** Stays, whatever becomes of the site's address. */
  id: string;
  url: string;
  title: string;
  author: string;
  /** Escaped HTML. */
  html: string;
  language: string;
  /** Instants: when it was said, and when the archive first saw the words as they are. */
  published: string;
  updated: string;
}

/** A feed before it has a format; nothing in it tells when it was built. */
export interface Feed {
  id: string;
  /** Site path without extension, such as `/feeds/topics/cod`. */
  path: string;
  title: string;
  /** Whole address of the page that it follows. */
  home: string;
  language: string;
  /** The newest first; never none. */
  items: FeedItem[];
}

/** A feed as Atom and as JSON Feed; `address` makes a site path whole. */
export function feedFiles(feed: Feed, address: (path: string) => string): ExportFile[] {
  const path = decodeURIComponent(feed.path.slice(1));
  return [
    { path: `${path}.atom`, bytes: atom(feed, address(`${feed.path}.atom`)) },
    { path: `${path}.json`, bytes: json(feed, address(`${feed.path}.json`)) },
  ];
}

/** All feeds as one list that a feed reader takes in. */
export function opml(
  title: string,
  feeds: Pick<Feed, 'title' | 'path' | 'home'>[],
  address: (path: string) => string,
): string {
  const outlines = feeds.map((feed) => ({
    text: xmlText(feed.title),
    type: 'rss',
    xmlUrl: address(`${feed.path}.atom`),
    htmlUrl: feed.home,
  }));
  return `${generateOpml({ head: { title: xmlText(title) }, body: { outlines } })}\n`;
}

function atom({ id, title, home, language, items }: Feed, self: string): string {
  return generateAtomFeed({
    id,
    title: { value: xmlText(title) },
    updated: latest(items),
    authors: [{ name: xmlText(title) }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    xml: { lang: language },
    entries: items.map((it) => ({
      id: it.id,
      title: { value: xmlText(it.title) },
      authors: [{ name: xmlText(it.author) }],
      published: it.published,
      updated: it.updated,
      links: [{ href: it.url, rel: 'alternate', type: 'text/html' }],
      content: { value: xmlText(it.html), type: 'html', xml: { lang: it.language } },
    })),
  });
}

function json({ title, home, language, items }: Feed, self: string): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: self,
    language,
    items: items.map((it) => ({
      id: it.id,
      url: it.url,
      title: it.title,
      // Half a surrogate pair is no character: strict readers of JSON refuse its escape.
      content_html: xmlText(it.html),
      date_published: it.published,
      date_modified: it.updated,
      authors: [{ name: it.author }],
      language: it.language,
    })),
  });
  return `${JSON.stringify(feed)}\n`;
}

const latest = (items: FeedItem[]): string =>
  items
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00Z';
