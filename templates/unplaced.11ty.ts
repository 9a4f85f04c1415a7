import type { Listed } from '../src/model/archive.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { grouped } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import type { Leaf } from '../src/site/leaves.ts';
import { say } from '../src/site/say.ts';
import { yearOf } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { briefArticle } from './parts/exchange.ts';
import { frame } from './parts/frame.ts';
import { leafLinks } from './parts/leaf-links.ts';

interface Given {
  catalogue: Catalogue;
  it: Leaf<Listed>;
}

/** The exchanges that no topic lists, the newest first. */
export const data = {
  pagination: { data: 'sheets.unplaced', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const main = html`<header class="row"><p class="side day"><a href="${here.to('/topics/')}">${say(strings.topics)}</a></p>
<div><h1>${say(strings.unplacedTitle)}</h1>
<p class="prose">${say(strings.unplacedNote)}</p></div></header>
${it.listed.length === 0 && html`<p class="row">${say(strings.nothingYet)}</p>`}${[
  ...grouped(it.listed, yearOf),
].map(
  ([
    year,
    listed,
  ]) => html`<section aria-labelledby="y${year}"><h2 class="row head" id="y${year}"><span class="side">${year}</span></h2>
${listed.map((each) => briefArticle(catalogue, here, each))}</section>\n`,
)}${leafLinks(here, it)}`;
  return frame(
    catalogue,
    {
      here,
      title: strings.unplacedTitle,
      description: strings.unplacedNote[catalogue.language],
      section: 'topics',
    },
    main,
  );
}
