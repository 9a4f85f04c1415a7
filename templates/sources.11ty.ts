import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import type { Sheet } from '../src/site/select.ts';
import { strings } from '../src/site/strings.ts';
import { bars } from './parts/bars.ts';
import { frame } from './parts/frame.ts';

/** All sources with what they have given. */
export const data = {
  pagination: { data: 'sheets.sourceList', size: 1, alias: 'it' },
  permalink: ({ it }: { it: Sheet }) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue }: { catalogue: Catalogue }): string {
  const here = new Here('/sources/');
  const lines = catalogue.sources.map(({ source, path, transcripts }) => ({
    names: source.names,
    href: here.to(path),
    count: transcripts.length,
  }));
  const main = html`<div class="row"><h1 class="side day">${say(strings.sources)}</h1>
<p class="quiet">${say(strings.briefingsCount(catalogue.briefingCount(catalogue.archive.transcripts)))}</p>
<div class="wide">${bars(lines)}</div>
${catalogue.editions.length > 0 && html`<p class="prose"><a href="${here.to('/editions/')}">${say(strings.editionsTitle)}</a></p>\n`}</div>`;
  return frame(
    catalogue,
    {
      here,
      title: strings.sources,
      description: `${strings.sources[catalogue.language]}: ${catalogue.site.title[catalogue.language]}`,
    },
    main,
  );
}
