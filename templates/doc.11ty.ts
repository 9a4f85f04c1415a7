import type { Catalogue } from '../src/site/catalogue.ts';
import { type DocSheet, docBody } from '../src/site/docs.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import { markup, plain } from '../src/site/markdown.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: DocSheet;
}

/** A page per Markdown file of Lectern's documentation, which is in English. */
export const data = {
  pagination: { data: 'sheets.docs', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const body = docBody(it, here);
  const back = html`<p><a href="${here.to('/docs/')}">${say(strings.documentation)}</a></p>`;
  const main = html`${it.path !== '/docs/' && back}
<article class="row doc" lang="en">
<h1>${it.title}</h1>
<div class="prose text">${markup(body)}</div>
</article>
`;
  const title = { 'zh-Hans': it.title, en: it.title };
  return frame(catalogue, { here, title, description: plain(body) }, main);
}
