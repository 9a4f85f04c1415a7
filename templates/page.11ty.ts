import type { UiLanguage } from '../src/model/names.ts';
import type { Page } from '../src/model/page.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import { markup, plain } from '../src/site/markdown.ts';
import { uiLanguages } from '../src/site/say.ts';
import type { PageSheet } from '../src/site/sheets.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: PageSheet;
}

/** A page per Markdown file of content/pages. */
export const data = {
  pagination: { data: 'sheets.pages', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const editions = it['zh-Hans'] === it.en ? [catalogue.language] : uiLanguages;
  const main = html`${editions.map((language) => edition(it[language], language, editions.length > 1))}`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': it['zh-Hans'].title, en: it.en.title },
      description: plain(it[catalogue.language].markdown),
    },
    main,
  );
}

function edition({ title, markdown }: Page, language: UiLanguage, chosen: boolean): Html {
  return html`<article class="row${chosen && ' u'}" lang="${language}">
<h1>${title}</h1>
<div class="prose text">${markup(markdown)}</div>
</article>
`;
}
