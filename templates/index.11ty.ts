import type { View } from '../src/model/archive.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import { type IndexSheet, viewAddress } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { bars, type Counted } from './parts/bars.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: IndexSheet;
}

/** All topics, by what they are part of; all outlets, all speakers, the most exchanges first. */
export const data = {
  pagination: { data: 'sheets.indexes', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const title = strings[it.kind];
  const main = html`<div class="row">
<h1 class="side day">${say(title)}</h1>
<p class="quiet">${say(strings.exchanges(catalogue.exchangeCount))}</p>
${it.kind === 'topics' ? byUpperTopic(catalogue, here, it) : html`<div class="wide">${bars(linesOf(here, it.views))}</div>`}
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

/** The most exchanges first. */
function linesOf(here: Here, views: View[]): Counted[] {
  return views
    .toSorted((a, b) => b.exchanges.length - a.exchanges.length)
    .map((view) => ({
      names: view.names,
      href: here.to(viewAddress(view)),
      count: view.exchanges.length,
    }));
}

const countOf = (views: View[]): number =>
  views.reduce((sum, { exchanges }) => sum + exchanges.length, 0);

/** Topics below each upper topic that they are part of, then those that are part of none; the largest first. */
function byUpperTopic({ archive, unplaced }: Catalogue, here: Here, { views }: IndexSheet): Html {
  const parentsOf = ({ id }: View) => archive.topics.get(id)?.parents ?? [];
  const upper = new Set(views.flatMap(parentsOf));
  const lone = views.filter((view) => parentsOf(view).length === 0 && !upper.has(view.id));
  const groups = views
    .filter(({ id }) => upper.has(id))
    .map((view) => ({
      id: view.id,
      names: view.names,
      heading: html`<a href="${here.to(viewAddress(view))}">${say(view.names)}</a>`,
      parts: views.filter((it) => parentsOf(it).includes(view.id)),
    }))
    .sort((a, b) => countOf(b.parts) - countOf(a.parts));
  const { otherTopics } = strings;
  const rest = { id: 'others', names: otherTopics, heading: say(otherTopics), parts: lone };
  const all = lone.length > 0 ? [...groups, rest] : groups;
  const unlisted = (unplaced[0]?.listed.length ?? 0) > 0;
  return html`${unlisted && html`<p class="quiet"><a href="${here.to('/unplaced/')}">${say(strings.unplacedTitle)}</a></p>`}
${all.length > 2 && html`<p class="facts">${all.map(({ id, names }) => html`<span><a href="#in-${id}">${say(names)}</a></span> `)}</p>`}
<div class="groups">
${all.map(({ id, heading, parts }) => html`<section><h2 id="in-${id}">${heading}</h2>\n${bars(linesOf(here, parts), Number.POSITIVE_INFINITY)}</section>\n`)}</div>`;
}
