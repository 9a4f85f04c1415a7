import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import { searchHelp } from '../src/site/search-help.ts';
import type { Sheet } from '../src/site/select.ts';
import { strings } from '../src/site/strings.ts';
import { frame, searchForm } from './parts/frame.ts';
import { indexLists } from './parts/home-aside.ts';

/** The search page: a form, a place for what is found, and the indexes for readers without scripts. */
export const data = {
  pagination: { data: 'sheets.search', size: 1, alias: 'it' },
  permalink: ({ it }: { it: Sheet }) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue }: { catalogue: Catalogue }): string {
  const here = new Here('/search/');
  const later = catalogue.asset('later.js');
  const main = html`<div class="row">
<h1 class="side day">${say(strings.search)}</h1>
${searchForm(here, strings.searchHint, {})}
<p class="quiet">${say(strings.searchSyntax)}<br>${say(strings.ofExchanges(catalogue.exchangeCount))}</p>
<details><summary>${say(strings.howToSearch)}</summary>
<table class="help"><tbody>
${searchHelp.map(({ typed, finds }) => html`<tr><th scope="row">${typed.map((one) => html`<code>${one}</code> `)}</th><td>${say(finds)}</td></tr>\n`)}</tbody></table></details>
</div>
<div id="found" data-root="${here.root}" data-later="${later && here.to(later.path)}" data-integrity="${later?.integrity}"></div>
<noscript><div class="row"><p class="prose">${say(strings.searchNeedsScript)}</p>
${indexLists(catalogue, here)}<h2><a href="${here.to('/years/')}">${say(strings.years)}</a></h2></div></noscript>`;
  return frame(
    catalogue,
    {
      here,
      title: strings.search,
      description: `${strings.search[catalogue.language]}: ${catalogue.site.title[catalogue.language]}`,
      scripts: ['search.js'],
      ownSearch: true,
    },
    main,
  );
}
