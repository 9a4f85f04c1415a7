import type { View } from '../../src/model/archive.ts';
import type { Names } from '../../src/model/names.ts';
import { descriptionIn, type Topic } from '../../src/model/topic.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { dayNames } from '../../src/site/dates.ts';
import { grouped } from '../../src/site/grouped.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { type Kin, kinOf } from '../../src/site/kin.ts';
import { markup } from '../../src/site/markdown.ts';
import { placeNames } from '../../src/site/places.ts';
import { each, say, uiLanguages } from '../../src/site/say.ts';
import { type ViewSheet, viewAddress } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';
import { feedLine } from './feed-line.ts';

/** What each kind of listing lists by. */
export const kindNames = {
  topics: strings.topic,
  outlets: strings.outlet,
  speakers: strings.speaker,
  years: strings.year,
};

/** The name of what is listed, what it is, and on the first leaf how much there is of it. */
export function viewHeading(catalogue: Catalogue, here: Here, { view, newer }: ViewSheet): Html {
  const { kind, id, names } = view;
  const topic = kind === 'topics' ? catalogue.archive.topics.get(id) : undefined;
  const kin = topic && kinOf(catalogue.archive, id);
  return html`<header class="row">
<p class="side day">${kin && kin.parents.length > 0 ? partOf(here, kin) : sideOf(catalogue, view)}</p>
<div>
<h1>${bothNames(names)}</h1>
${topic && description(topic)}${newer === null && [totals(catalogue, view), view.exchanges.length > 0 && feedLine(catalogue, here, viewAddress(view))]}${kin && topicLine(here, strings.related, kin.related)}</div>
</header>
${
  kin &&
  newer === null &&
  kin.parts.length > 0 &&
  html`<section class="row" aria-labelledby="parts"><h2 class="side" id="parts">${say(strings.parts)}</h2>
${topicLine(here, null, kin.parts)}</section>\n`
}`;
}

function partOf(here: Here, { parents }: Kin): Html {
  return html`<span>${say(strings.topicIn)}</span> ${parents.map((it) => html`<span>${topicLink(here, it)}</span> `)}`;
}

const topicLink = (here: Here, { id, names }: Topic): Html =>
  html`<a href="${here.to(viewAddress({ kind: 'topics', id }))}">${say(names)}</a>`;

const topicLine = (here: Here, before: Names | null, topics: Topic[]): Child =>
  topics.length > 0 &&
  html`<p class="facts">${before && html`<span>${say(before)}</span> `}${topics.map((it) => html`<span>${topicLink(here, it)}</span> `)}</p>\n`;

/** Kind and place of an outlet, the offices that a speaker answers for, else what the listing is. */
function sideOf(catalogue: Catalogue, view: View): Child {
  const outlet = view.kind === 'outlets' ? catalogue.archive.outlets.get(view.id) : undefined;
  if (outlet) {
    const [kind, place] = [strings.kinds[outlet.kind], placeNames(outlet.place)];
    return each((language) => `${kind[language]}${strings.comma[language]}${place[language]}`);
  }
  if (view.kind !== 'speakers') return say(kindNames[view.kind]);
  const offices = grouped(view.exchanges, ({ transcript }) => transcript.institution);
  return [...offices.keys()].map(
    (institution) => html`<span>${say(catalogue.institutionNames({ institution }))}</span> `,
  );
}

/** Counts of the whole listing, out of what there was by its last day, so that other days change no page. */
function totals(catalogue: Catalogue, view: View): Child {
  const { exchanges } = view;
  const [first, last] = [exchanges.at(-1), exchanges[0]].map((it) => it?.transcript.date);
  if (first === undefined || last === undefined) return null;
  const briefings = catalogue.briefingCount(exchanges.map(({ transcript }) => transcript));
  const held = [...catalogue.monthsOf(view).values()].reduce((sum, count) => sum + count, 0);
  const all = strings.ofAllExchanges(held, dayNames(last));
  return html`<p class="facts"><span><b>${exchanges.length.toLocaleString('en')}</b> ${say(all)}</span><span>${say(strings.briefingsCount(briefings))}</span><span>${say(strings.firstOn(dayNames(first)))}</span><span>${say(strings.lastOn(dayNames(last)))}</span></p>
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
function bothNames(names: Names): Child {
  if (names['zh-Hans'] === names.en) return names.en;
  return html`<span lang="zh-Hans">${names['zh-Hans']}</span> <span lang="en">${names.en}</span>`;
}
