import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import type { Sheet } from '../src/site/select.ts';
import { strings } from '../src/site/strings.ts';
import { frame, searchForm } from './parts/frame.ts';

/** What a web server shows for an address that is none: search for what was meant. */
export const data = {
  pagination: { data: 'sheets.missing', size: 1, alias: 'it' },
  permalink: ({ it }: { it: Sheet }) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue }: { catalogue: Catalogue }): string {
  // Served at any depth, so its links begin at the site's own path.
  const here = new Here('/404.html', catalogue.basePath);
  const main = html`<div class="row">
<h1>${say(strings.notFound)}</h1>
<p class="prose">${say(strings.notFoundWhy)}</p>
${searchForm(here, strings.searchArchive, {})}
<p class="facts">${(['topics', 'outlets', 'speakers', 'years'] as const).map((kind) => html`<a href="${here.to(`/${kind}/`)}">${say(strings[kind])}</a> `)}</p>
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: strings.notFound,
      description: strings.notFoundWhy[catalogue.language],
      ownSearch: true,
      unlisted: true,
      scripts: ['not-found.js'],
    },
    main,
  );
}
