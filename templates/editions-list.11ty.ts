import type { Catalogue } from '../src/site/catalogue.ts';
import type { EditionsSheet } from '../src/site/editions.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import type { Leaf } from '../src/site/leaves.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { sideDay } from './parts/day.ts';
import { frame } from './parts/frame.ts';
import { leafLinks } from './parts/leaf-links.ts';

interface Given {
  catalogue: Catalogue;
  it: Leaf<EditionsSheet>;
}

/** Briefings that more than one source published. */
export const data = {
  pagination: { data: 'sheets.editionLists', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const main = html`<header class="row">
<h1>${say(strings.editionsTitle)}</h1>
<p class="prose">${say(it.listed.length > 0 ? strings.editionsNote : strings.noEditions)}</p>
</header>
${it.listed.map((sheet) => row(catalogue, here, sheet))}${leafLinks(here, it)}`;
  return frame(
    catalogue,
    {
      here,
      title: strings.editionsTitle,
      description: strings.editionsNote[catalogue.language],
      section: 'briefings',
    },
    main,
  );
}

function row(catalogue: Catalogue, here: Here, { path, editions }: EditionsSheet): Html {
  const [first] = editions;
  if (!first) return html``;
  return html`<article class="row">
${sideDay(first.date)}
<div><h2 class="title"><a class="plain" href="${here.to(path)}">${say(catalogue.institutionNames(first))}</a></h2>
<p class="facts"><span>${say(strings.editionsCount(editions.length))}</span>${editions.map((edition) => html`<span>${say(catalogue.editionNames(edition))}</span>\n`)}</p></div></article>
`;
}
