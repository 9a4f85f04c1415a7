import type { ExportFile } from '../export/export-file.ts';
import type { Catalogue } from './catalogue.ts';

/** What only a header can say, for every file; `hosting/` says the same to servers of one's own. */
export const securityHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Where readers' programs look for a feed without being told. */
const guesses = ['/feed', '/feed/', '/feed.xml', '/rss', '/rss.xml', '/atom.xml', '/index.xml'];

/** What begins with a dot is the build's own state, or a repository that the site was put into. */
const hidden = ['.lectern', '.git'];

/**
 * `_headers` and `_redirects`, which static hosts such as Netlify and Cloudflare Pages read from the
 * root. They join a header that two rules give: so pages get no rule of their own for caching, and
 * both hosts then ask again each time.
 */
export function hostFiles({ basePath, site }: Catalogue): ExportFile[] {
  const rules: [pattern: string, headers: Record<string, string>][] = [
    ['*', securityHeaders],
    ['assets/*', forGood],
    ['search/:digest/*', forGood],
    ['api/*', { 'Access-Control-Allow-Origin': '*' }],
  ];
  const headers = rules.map(([pattern, fields]) => {
    const lines = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}\n`);
    return `${basePath}${pattern}\n${lines.join('')}`;
  });
  const feed = `${basePath}feeds/site.atom`;
  const redirects = guesses.map((guess) => `${basePath}${guess.slice(1)} ${feed} 301\n`);
  // Only Netlify knows the first line, with which a file is not served; Cloudflare passes over it.
  const denials = hidden.flatMap((name) =>
    ['404!', '302'].map((status) => `${basePath}${name}/* ${basePath}404.html ${status}\n`),
  );
  const leads = site.url === null ? denials : [...denials, ...redirects];
  return [
    { path: '_headers', bytes: headers.join('\n') },
    { path: '_redirects', bytes: leads.join('') },
  ];
}
