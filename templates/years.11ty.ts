import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import type { Sheet } from '../src/site/select.ts';
import { strings } from '../src/site/strings.ts';
import { bars } from './parts/bars.ts';
import { briefingRow } from './parts/briefing.ts';
import { frame } from './parts/frame.ts';

/** How many briefings the page shows with their questions. */
const newest = 10;

/** All years, and the newest briefings. */
export const data = {
  pagination: { data: 'sheets.briefings', size: 1, alias: 'it' },
  permalink: ({ it }: { it: Sheet }) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue }: { catalogue: Catalogue }): string {
  const here = new Here('/years/');
  const lines = catalogue.years.toReversed().map(({ year, path, transcripts }) => ({
    names: { 'zh-Hans': year, en: year },
    href: here.to(path),
    count: transcripts.length,
  }));
  const transcripts = catalogue.archive.transcripts.toReversed().slice(0, newest);
  const main = html`<div class="sheet">
<div class="row"><h1 class="side day">${say(strings.briefings)}</h1>
<p class="quiet">${say(strings.briefingsCount(catalogue.briefingCount(catalogue.archive.transcripts)))}</p></div>
<div>
<h2 class="row head"><span class="side">${say(strings.newest)}</span></h2>
${transcripts.map((transcript) => briefingRow(catalogue, here, transcript))}</div>
<aside aria-labelledby="years"><h2 id="years">${say(strings.years)}</h2>
${bars(lines)}</aside>
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: strings.briefings,
      description: `${strings.briefings[catalogue.language]}: ${catalogue.site.title[catalogue.language]}`,
      section: 'briefings',
    },
    main,
  );
}
