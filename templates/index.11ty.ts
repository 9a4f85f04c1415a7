import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import { type IndexSheet, viewAddress } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { bars } from './parts/bars.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: IndexSheet;
}

/** All topics, all outlets, all speakers, the most exchanges first. */
export const data = {
  pagination: { data: 'sheets.indexes', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const views = it.views.toSorted((a, b) => b.exchanges.length - a.exchanges.length);
  const lines = views.map((view) => ({
    names: view.names,
    href: here.to(viewAddress(view)),
    count: view.exchanges.length,
  }));
  const title = strings[it.kind];
  const main = html`<div class="row">
<h1 class="side day">${say(title)}</h1>
<p class="quiet">${say(strings.exchanges(catalogue.exchangeCount))}</p>
<div class="wide">${bars(lines)}</div>
</div>`;
  return frame(
    catalogue,
    {
      here,
      title,
      description: `${title[catalogue.language]}: ${catalogue.site.title[catalogue.language]}`,
      section: it.kind === 'years' ? 'briefings' : it.kind,
    },
    main,
  );
}
