/** A tag with its attributes; what is a tag only in words has its brackets escaped. */
const tag = /<([a-z][a-z\d-]*)((?:\s+[^\s=<>"]+(?:="[^"]*")?)*)\s*\/?>/gi;
const attribute = /\s(id|href|src|action)="([^"]*)"/gi;
const location = /<(?:loc|link|id)>([^<]*)<|<link[^>]* href="([^"]*)"/g;

interface Linked {
  /** Where links lead, as they are written. */
  links: string[];
  ids: Set<string>;
}

/**
 * Links inside a site that lead nowhere: to a file that is not there, or to a place that a page does not have.
 *
 * @param files by name, such as `topics/cod/index.html`
 * @param url the site's own address with a slash at its end: links to it are links inside the site
 * @returns each as `from → to`, sorted
 */
export function deadLinks(files: Map<string, Buffer>, url: string): string[] {
  const pages = new Map<string, Linked>();
  for (const [name, bytes] of files) {
    if (name.endsWith('.html')) pages.set(name, readPage(bytes.toString()));
    else if (/\.(xml|atom|rss)$/.test(name)) pages.set(name, readFeed(bytes.toString()));
  }
  const dead = new Set<string>();
  for (const [name, { links }] of pages) {
    // The page for what is not found is shown at any address.
    const path = name === '404.html' ? 'no/such/page' : name.replace(/(^|\/)index\.html$/, '$1');
    const base = new URL(path, url);
    for (const link of links) {
      const to = URL.canParse(link, base.href) ? new URL(link, base) : undefined;
      if (!to) dead.add(`${name} → ${link}`);
      if (!to?.href.startsWith(url)) continue;
      const file = link.startsWith('#') ? name : fileOf(to, url);
      const target = pages.get(file);
      const place = decodeURIComponent(to.hash.slice(1).replace(/:~:.*/, ''));
      const isThere = place === '' || /^quote=/.test(place) || target?.ids.has(place);
      if (!files.has(file) || !isThere) dead.add(`${name} → ${link}`);
    }
  }
  return [...dead].sort();
}

function fileOf({ pathname }: URL, url: string): string {
  const path = decodeURIComponent(pathname).slice(decodeURIComponent(new URL(url).pathname).length);
  return path.replace(/(^|\/)$/, '$1index.html');
}

function readPage(text: string): Linked {
  const links: string[] = [];
  const ids = new Set<string>();
  for (const [, , attributes = ''] of text.matchAll(tag)) {
    for (const [, name, value = ''] of attributes.matchAll(attribute)) {
      if (name === 'id') ids.add(unescaped(value));
      else links.push(unescaped(value));
    }
  }
  return { links, ids };
}

const readFeed = (text: string): Linked => ({
  links: [...text.matchAll(location)]
    .map(([, element, link]) => unescaped(element ?? link ?? ''))
    .filter((link) => /^https?:/.test(link)),
  ids: new Set(),
});

const unescaped = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
