import type { Catalogue } from '../../src/site/catalogue.ts';
import { feedPath, hasFeeds } from '../../src/site/feeds.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import type { Framed } from './frame.ts';

/** Nothing but the site's own files; no script makes markup from text. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Runs before the page is drawn: the reader's language. */
const early = ['ui.js'];
const late = ['keys.js'];

/** What a script loads only when it is needed, as its own `data-later` says. */
const later: Record<string, string> = { 'quote.js': 'quoting.js' };

/** Title, policy, style and scripts, and what others show when they link here. */
export function head(catalogue: Catalogue, framed: Framed): Html {
  const { here } = framed;
  const title = framed.title[catalogue.language];
  const other = catalogue.language === 'en' ? framed.title['zh-Hans'] : framed.title.en;
  const address = catalogue.address(framed.canonical ?? here.path);
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#fcfcfa" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15181b" media="(prefers-color-scheme: dark)">
<meta name="description" content="${framed.description}">
${framed.unlisted ? html`<meta name="robots" content="noindex">` : address && html`<link rel="canonical" href="${address}">`}
${framed.alternates?.map(([type, path]) => html`<link rel="alternate" type="${type}" href="${here.to(path)}">\n`)}${follow(catalogue, framed)}${sharing(catalogue, framed, address)}
${framed.metadata}
${icon(catalogue, framed)}
${styleSheet(catalogue, framed)}
${[...early, ...late, ...(framed.scripts ?? [])].map((name) => script(catalogue, framed, name, other))}</head>`;
}

/** The feeds of the page, else those of the site; search and manifest for browsers. */
function follow(catalogue: Catalogue, { here, feed = '/', title }: Framed): Html {
  const { site, language } = catalogue;
  const path = feedPath(feed);
  const name = feed === '/' ? site.title[language] : title[language];
  const feeds =
    hasFeeds(catalogue) &&
    html`<link rel="alternate" type="application/atom+xml" title="${name}" href="${here.to(`${path}.atom`)}">
<link rel="alternate" type="application/feed+json" title="${name}" href="${here.to(`${path}.json`)}">
`;
  const search =
    site.url !== null &&
    html`<link rel="search" type="application/opensearchdescription+xml" title="${site.title[language]}" href="${here.to('/opensearch.xml')}">
`;
  return html`${feeds}${search}<link rel="manifest" href="${here.to('/site.webmanifest')}">
`;
}

function sharing(
  catalogue: Catalogue,
  { title, description, article }: Framed,
  address: string | null,
): Html {
  const { site, language } = catalogue;
  const image = article?.image && catalogue.address(article.image);
  return html`<meta property="og:title" content="${title[language]}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="${article ? 'article' : 'website'}">
${
  address &&
  html`<meta property="og:url" content="${address}">
`
}<meta property="og:site_name" content="${site.title[language]}">
<meta property="og:locale" content="${language === 'en' ? 'en_GB' : 'zh_CN'}">
${article && html`<meta property="article:published_time" content="${article.published}">\n`}${
  image &&
  html`<meta property="og:image" content="${image}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
`
}<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">`;
}

function icon(catalogue: Catalogue, { here }: Framed): Child {
  const asset = catalogue.asset('mark.svg');
  return asset && html`<link rel="icon" type="image/svg+xml" href="${here.to(asset.path)}">`;
}

function styleSheet(catalogue: Catalogue, { here }: Framed): Child {
  const asset = catalogue.asset('site.css');
  return (
    asset &&
    html`<link rel="stylesheet" href="${here.to(asset.path)}" integrity="${asset.integrity}">`
  );
}

function script(catalogue: Catalogue, { here }: Framed, name: string, otherTitle: string): Child {
  const asset = catalogue.asset(name);
  if (!asset) return null;
  const when = early.includes(name) ? html`data-title="${otherTitle}"` : html`defer`;
  const needed = catalogue.asset(later[name] ?? '');
  const where =
    needed && html` data-later="${here.to(needed.path)}" data-integrity="${needed.integrity}"`;
  return html`<script src="${here.to(asset.path)}" integrity="${asset.integrity}" ${when}${where}></script>\n`;
}
