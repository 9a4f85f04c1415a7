import type { Listed, View } from '../src/model/archive.ts';
import { descriptionIn, type Topic } from '../src/model/topic.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames } from '../src/site/dates.ts';
import { grouped, tally } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { markup, plain } from '../src/site/markdown.ts';
import { say, uiLanguages } from '../src/site/say.ts';
import { type ViewSheet, yearOf } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { chart } from './parts/chart.ts';
import { dayText } from './parts/day.ts';
import { briefArticle } from './parts/exchange.ts';
import { frame } from './parts/frame.ts';
import { leafLinks } from './parts/leaf-links.ts';
import { reasons } from './parts/notes.ts';
import { seeAlso } from './parts/see-also.ts';

interface Given {
  catalogue: Catalogue;
  it: ViewSheet;
}

/** A page per leaf of a topic's, an outlet's and a speaker's listing. */
export const data = {
  pagination: { data: 'sheets.leaves', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { view } = it;
  const first = it.newer === null;
  const main = html`<div class="sheet">
${heading(catalogue, it)}
<div>
${first && printedNames(view)}${first && chart(catalogue, view)}${years(catalogue, here, it)}${leafLinks(here, it)}
</div>
${first && seeAlso(catalogue, here, view)}
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: {
        'zh-Hans': `${view.names['zh-Hans']}：${kindNames[view.kind]['zh-Hans']}`,
        en: `${view.names.en}: ${kindNames[view.kind].en.toLowerCase()}`,
      },
      description: describe(catalogue, view),
      section: view.kind === 'years' ? 'briefings' : view.kind,
    },
    main,
  );
}

const kindNames = {
  topics: strings.topic,
  outlets: strings.outlet,
  speakers: strings.speaker,
  years: strings.year,
};

function describe({ archive, language }: Catalogue, { kind, id, names }: View): string {
  const topic = kind === 'topics' ? archive.topics.get(id) : undefined;
  if (topic) return plain(descriptionIn(topic, language));
  return `${names[language]}: ${kindNames[kind][language]}`;
}

function heading(catalogue: Catalogue, { view, newer }: ViewSheet): Html {
  const { kind, id, names } = view;
  const topic = kind === 'topics' ? catalogue.archive.topics.get(id) : undefined;
  const outlet = kind === 'outlets' ? catalogue.archive.outlets.get(id) : undefined;
  return html`<header class="row">
<p class="side day">${say(outlet ? strings.kinds[outlet.kind] : kindNames[kind])}</p>
<div>
<h1>${bothNames(names)}</h1>
${topic && description(topic)}${newer === null && totals(catalogue, view)}</div>
</header>`;
}

/** Counts of the whole listing: on its first leaf only, and out of what was there by its last day, so that other days change no page. */
function totals(catalogue: Catalogue, { exchanges }: View): Child {
  const [first, last] = [exchanges.at(-1), exchanges[0]].map((it) => it?.transcript.date);
  if (first === undefined || last === undefined) return null;
  const briefings = new Set(exchanges.map(({ transcript }) => transcript.briefing)).size;
  const all = strings.ofAllExchanges(catalogue.exchangesUpTo(last), dayNames(last));
  return html`<p class="facts"><span><b>${exchanges.length}</b> ${say(all)}</span><span>${say(strings.briefingsCount(briefings))}</span><span>${say(strings.first)} ${dayText(first)}</span></p>
`;
}

function description(topic: Topic): Child {
  const texts = uiLanguages.map((language) => [language, descriptionIn(topic, language)] as const);
  const same = texts[0]?.[1] === texts[1]?.[1];
  return texts
    .slice(0, same ? 1 : 2)
    .map(([language, text]) =>
      same
        ? html`<div class="prose">${markup(text)}</div>\n`
        : html`<div class="prose u" lang="${language}">${markup(text)}</div>\n`,
    );
}

/** A heading names a thing in both languages, whichever the interface has. */
function bothNames(names: View['names']): Child {
  if (names['zh-Hans'] === names.en) return names.en;
  return html`<span lang="zh-Hans">${names['zh-Hans']}</span> <span lang="en">${names.en}</span>`;
}

function printedNames({ kind, exchanges, id }: View): Child {
  if (kind !== 'outlets') return null;
  const labels = tally(
    exchanges.flatMap(({ exchange, transcript }) =>
      exchange.children.flatMap((child) =>
        child.type === 'turn' && child.outlet === id && child.label !== null
          ? [`${transcript.language}:${child.label}`]
          : [],
      ),
    ),
  );
  return html`<section class="row" aria-labelledby="names"><h2 class="side" id="names">${say(strings.asPrinted)}</h2>
<ul class="facts serif">${labels.slice(0, 20).map(([label, count]) => {
    const [language] = label.split(':', 1);
    return html`<li lang="${language}">${label.slice((language?.length ?? 0) + 1)} <span class="quiet">${count}</span></li>`;
  })}</ul>
</section>\n`;
}

function years(
  catalogue: Catalogue,
  here: Here,
  { view, listed, byYear, newer }: ViewSheet,
): Child {
  if (listed.length === 0) return html`<p class="row">${say(strings.nothingYet)}</p>`;
  return [...grouped(listed, yearOf)].map(
    ([
      year,
      exchanges,
    ]) => html`<section aria-labelledby="y${year}"><h2 class="row head" id="y${year}"><span class="side">${year}</span> ${newer === null && html`<span class="quiet">${say(strings.exchanges(byYear.get(year) ?? 0))}</span>`}</h2>
${exchanges.map((each) => briefArticle(catalogue, here, each, why(catalogue, view, each)))}</section>\n`,
  );
}

function why(catalogue: Catalogue, { kind, id }: View, { exchange, transcript }: Listed): Child {
  const placement =
    kind === 'topics' && catalogue.placementsOf(exchange).find(({ topic }) => topic === id);
  return placement && html`${say(strings.hereBy)}${reasons(placement, transcript.language)}`;
}
