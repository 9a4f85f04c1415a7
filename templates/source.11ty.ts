import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here, outside } from '../src/site/here.ts';
import { type Child, html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import type { SourceSheet } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { briefingRow } from './parts/briefing.ts';
import { dayText } from './parts/day.ts';
import { feedLine } from './parts/feed-line.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: SourceSheet;
}

/** How many briefings the page shows with their questions. */
const newest = 5;

/** A page per source: where its pages are, under which rights, what was seen on them. */
export const data = {
  pagination: { data: 'sheets.sources', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { source, transcripts } = it;
  const main = html`<header class="row"><p class="side day">${say(strings.source)}</p>
<div><p class="quiet">${say(catalogue.institutionNames(source))}</p>
<h1>${say(source.names)}</h1>
<p class="facts"><span>${say(strings.briefingsCount(transcripts.length))}</span><span><code>${source.id}</code></span><span>${say(source.verified ? strings.checked : strings.unchecked)}</span></p>
${transcripts.length > 0 && feedLine(catalogue, here, it.path)}</div></header>
<section class="row" aria-labelledby="facts"><h2 class="side" id="facts">${say(strings.provenance)}</h2>
<dl>
<dt>${say(strings.publisher)}</dt><dd lang="${source.language}">${source.publisher}</dd>
<dt>${say(strings.pagesRead)}</dt>${source.urls.map((url) => html`<dd><code>${url}</code></dd>`)}
<dt>${say(strings.rights)}</dt><dd>${rightsText(it)} ${say(strings.redistribute[source.rights.redistribute])}</dd>
${source.seen.map(({ date, what }, index) => html`${index === 0 && html`<dt>${say(strings.seen)}</dt>`}<dd>${dayText(date)}${say(strings.colon)}${what}</dd>\n`)}</dl>
</section>
<section aria-labelledby="new"><h2 class="row head" id="new"><span class="side">${say(strings.newest)}</span> <span class="quiet">${say(strings.ofBriefings(transcripts.length))}</span></h2>
${transcripts
  .toReversed()
  .slice(0, newest)
  .map((transcript) => briefingRow(catalogue, here, transcript))}</section>`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': `${source.names['zh-Hans']}：来源`, en: `${source.names.en}: source` },
      description: source.rights.statement,
      ...(transcripts.length > 0 && { feed: it.path }),
    },
    main,
  );
}

function rightsText({ source: { rights } }: SourceSheet): Child {
  const url = rights.url && outside(rights.url);
  return url ? html`<a href="${url}">${rights.statement}</a>` : rights.statement;
}
