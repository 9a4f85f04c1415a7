import { x } from 'xastscript';
import type { ExportFile } from '../export/export-file.ts';
import { xmlOf, xmlText } from '../export/xml.ts';
import type { Catalogue } from './catalogue.ts';
import { lastSeen } from './feeds.ts';

/** How many addresses a sitemap may hold (sitemaps.org). */
const sitemapSize = 50_000;
const sitemapSpace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * What programs look for at a site: sitemaps, robots.txt, search description, llms.txt, security.txt,
 * manifest. What needs whole addresses is left out
 * where the site may stand anywhere.
 */
export function discoveryFiles(catalogue: Catalogue): ExportFile[] {
  return [
    ...sitemaps(catalogue),
    robots(catalogue),
    ...search(catalogue),
    llms(catalogue),
    ...security(catalogue),
    manifest(catalogue),
  ];
}

function sitemaps(catalogue: Catalogue): ExportFile[] {
  if (catalogue.site.url === null) return [];
  const seen = lastSeen(catalogue);
  const slight = new Set(
    catalogue.exchanges.flatMap(({ path, exchange }) =>
      exchange.flags.includes('slight') ? [path] : [],
    ),
  );
  const gone = new Set(catalogue.gone.map(({ path }) => path));
  const paths = Object.values(catalogue.sheets)
    .flatMap((list) => list.map(({ path }) => path))
    .filter(
      (path) => path !== '/404.html' && path !== '/search/' && !slight.has(path) && !gone.has(path),
    );
  const count = Math.ceil(paths.length / sitemapSize);
  const maps = Array.from({ length: count }, (_, index) => {
    const part = paths.slice(index * sitemapSize, (index + 1) * sitemapSize);
    const dates = part.flatMap((path) => seen(path) ?? []).sort();
    return { path: `/sitemaps/${index + 1}.xml`, part, last: dates.at(-1) ?? null };
  });
  const located = (path: string, last: string | null, name: string) =>
    x(name, [x('loc', catalogue.address(path) ?? path), last === null ? null : x('lastmod', last)]);
  return [
    ...maps.map(({ path, part }) => ({
      path: path.slice(1),
      bytes: xmlOf(
        x(
          'urlset',
          { xmlns: sitemapSpace },
          part.map((it) => located(it, seen(it), 'url')),
        ),
      ),
    })),
    {
      path: 'sitemap.xml',
      bytes: xmlOf(
        x(
          'sitemapindex',
          { xmlns: sitemapSpace },
          maps.map(({ path, last }) => located(path, last, 'sitemap')),
        ),
      ),
    },
  ];
}

function robots(catalogue: Catalogue): ExportFile {
  const map =
    catalogue.site.url === null ? '' : `\nSitemap: ${catalogue.address('/sitemap.xml')}\n`;
  return { path: 'robots.txt', bytes: `User-agent: *\nAllow: /\n${map}` };
}

function search(catalogue: Catalogue): ExportFile[] {
  if (catalogue.site.url === null) return [];
  const { site, language } = catalogue;
  const name = xmlText(site.title[language]);
  const template = `${catalogue.address('/search/')}?q={searchTerms}`;
  const description = x(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    [
      // The specification allows 16 characters here and 1,024 there.
      x('ShortName', [...name].slice(0, 16).join('')),
      x('Description', [...xmlText(site.description[language])].slice(0, 1024).join('')),
      x('InputEncoding', 'UTF-8'),
      x('Url', { type: 'text/html', method: 'get', template }),
    ],
  );
  return [{ path: 'opensearch.xml', bytes: xmlOf(description) }];
}

/** llms.txt, a proposal of llmstxt.org: what the site is, and the newest transcripts as Markdown. */
function llms({ archive, site, language }: Catalogue): ExportFile {
  const plain = (text: string) => text.replace(/[[\]\\<>]/g, '\\$&').replace(/\s+/g, ' ');
  const newest = archive.transcripts.toReversed().slice(0, 100);
  const lines = newest.map(({ id, title, date }) => `- [${plain(title)}](${id}.md): ${date}`);
  const data = '- [API](api/v1/index.json): every transcript as JSON, by source and year';
  return {
    path: 'llms.txt',
    bytes: `# ${plain(site.title[language])}\n\n> ${plain(site.description[language])}\n\nThe page of each transcript and exchange is its id; \`<transcript>.md\` is the transcript as Markdown.\n\n## Data\n\n${data}\n\n## Newest transcripts\n\n${lines.join('\n')}\n`,
  };
}

/** security.txt (RFC 9116), where site.yaml names whom to tell. */
function security({ site }: Catalogue): ExportFile[] {
  if (!site.security) return [];
  const { contact, expires } = site.security;
  return [
    {
      path: '.well-known/security.txt',
      bytes: `Contact: ${contact}\nExpires: ${expires}T00:00:00Z\nPreferred-Languages: zh, en\n`,
    },
  ];
}

function manifest(catalogue: Catalogue): ExportFile {
  const { site, language } = catalogue;
  const icon = catalogue.asset('mark.svg');
  const facts = {
    name: site.title[language],
    short_name: [...site.title[language]].slice(0, 12).join(''),
    description: site.description[language],
    lang: language,
    start_url: './',
    display: 'minimal-ui',
    background_color: '#fcfcfa',
    theme_color: '#fcfcfa',
    icons: icon ? [{ src: icon.path.slice(1), sizes: 'any', type: 'image/svg+xml' }] : [],
  };
  return { path: 'site.webmanifest', bytes: `${JSON.stringify(facts)}\n` };
}
