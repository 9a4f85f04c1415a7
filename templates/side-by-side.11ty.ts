import { recordPath } from '../src/model/paths.ts';
import type { Exchange } from '../src/model/transcript.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames } from '../src/site/dates.ts';
import { type ReadingSheet, type Slot, slotsOf } from '../src/site/editions.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { slotId } from './parts/also-published.ts';
import { type Beside, lonelyRow, pairedRows, statementsRow } from './parts/beside.ts';
import { sideDay } from './parts/day.ts';
import { frame } from './parts/frame.ts';
import { askerNames } from './parts/voice.ts';

interface Given {
  catalogue: Catalogue;
  it: ReadingSheet;
}

/** Two editions of a briefing beside each other, exchange by exchange. */
export const data = {
  pagination: { data: 'sheets.readings', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const beside = { catalogue, a: it.a, b: it.b };
  const [a, b] = [catalogue.editionNames(it.a), catalogue.editionNames(it.b)];
  const across = it.a.language.slice(0, 2) !== it.b.language.slice(0, 2);
  const title = strings.besideOf(a, b);
  const day = dayNames(it.a.date);
  const main = html`<header class="row">
${sideDay(it.a.date)}
<div><p class="quiet"><a class="plain" href="${here.to(`/editions/${it.briefing.id}/`)}">${say(strings.editionsOn(day))}</a></p>
<h1>${say(title)}</h1>
<p class="prose">${say(strings.besideNote)}</p>
${across && html`<p class="prose">${say(strings.besideAcross)}</p>\n`}
<div class="pair">${[it.a, it.b].map((edition) => html`<p class="serif" lang="${edition.language}"><a href="${here.to(recordPath(edition.id))}">${edition.title}</a><br><b class="badge">${say(catalogue.editionNames(edition))}</b></p>`)}</div>
</div>
</header>
${statements(beside)}${slotsOf(it).map((slot) => slotMarkup(here, beside, it, slot))}`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': `${day['zh-Hans']}：${title['zh-Hans']}`, en: `${day.en}: ${title.en}` },
      description: strings.editionsNote[catalogue.language],
      section: 'briefings',
    },
    main,
  );
}

function statements(beside: Beside): Child {
  const row = statementsRow(beside);
  return row && html`<div class="exchange statement">${row}</div>\n`;
}

function slotMarkup(here: Here, beside: Beside, { alignment }: ReadingSheet, slot: Slot): Html {
  const exchanges = [slot.a, slot.b].flatMap((it) => it ?? []);
  const [first] = exchanges;
  if (!first) return html``;
  const side = slot.a ? 'a' : 'b';
  const rows = slot.pair
    ? pairedRows(beside, slot)
    : lonelyRow(beside, side, first.children, !alignment.unsure.includes(first.id));
  return html`<section class="exchange wide-pair" id="${slotId(first)}" aria-labelledby="h-${slotId(first)}">
<header id="h-${slotId(first)}">${exchanges.map((it) => number(here, it))}<h2 class="label">${say(askerNames(beside.catalogue, first))}</h2></header>
${slot.b && slot.a && html`<span id="${slotId(slot.b)}"></span>`}${rows}</section>
`;
}

const number = (here: Here, { id, n }: Exchange): Html =>
  html`<a class="no" href="${here.to(recordPath(id))}">§${n}<span class="vh"> ${id}</span></a> `;
