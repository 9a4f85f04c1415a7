import { viewPath } from '../src/model/paths.ts';
import type { Transcript } from '../src/model/transcript.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames, monthNames } from '../src/site/dates.ts';
import { grouped } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { type MonthSheet, monthPath } from '../src/site/months.ts';
import { say } from '../src/site/say.ts';
import { exchangesOf } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { briefingRow } from './parts/briefing.ts';
import { frame } from './parts/frame.ts';
import { monthTable } from './parts/month.ts';
import { monthTopicBars } from './parts/month-topics.ts';

interface Given {
  catalogue: Catalogue;
  it: MonthSheet;
}

/** A page per month: its briefings with their questions, the newest first. */
export const data = {
  pagination: { data: 'sheets.months', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { month, transcripts } = it;
  const names = monthNames(month);
  const exchanges = transcripts.flatMap(exchangesOf).length;
  const briefings = catalogue.briefingCount(transcripts);
  const byDay = grouped(transcripts, ({ date }) => date);
  const year = month.slice(0, 4);
  const main = html`<div class="sheet">
<header class="row"><p class="side day"><a href="${here.to(viewPath('years', year))}">${year}</a></p>
<div><h1>${say(names)}</h1>
<p class="facts"><span><b>${briefings}</b> ${say(strings.briefingsNoun(briefings))}</span><span>${say(strings.exchanges(exchanges))}</span></p>
</div></header>
<div>
${[...byDay].reverse().map(([day, held]) => daySection(catalogue, here, day, held))}${neighbours(here, it)}</div>
<aside aria-labelledby="asked"><h2 class="vh" id="asked">${say(names)}</h2>
${monthTopicBars(catalogue, here, month, strings.askedAbout, strings.usualUntil)}<div class="month">${monthTable(here, month, names, byDay)}</div></aside>
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': `${names['zh-Hans']}发布会`, en: `Briefings of ${names.en}` },
      description: `${names[catalogue.language]}: ${strings.briefingsCount(briefings)[catalogue.language]}`,
      section: 'briefings',
    },
    main,
  );
}

function daySection(catalogue: Catalogue, here: Here, day: string, held: Transcript[]): Html {
  const id = `d${day.slice(8)}`;
  return html`<section id="${id}" aria-labelledby="${id}-day"><h2 class="vh" id="${id}-day">${say(dayNames(day))}</h2>
${held.map((it) => briefingRow(catalogue, here, it))}</section>\n`;
}

function neighbours(here: Here, { earlier, later }: MonthSheet): Child {
  if (earlier === null && later === null) return null;
  const to = (month: string) => here.to(monthPath(month));
  return html`<nav class="row next" aria-labelledby="near"><span class="vh" id="near">${say(strings.neighbours)}</span>
${earlier && html`<a class="plain" href="${to(earlier)}" rel="prev">← ${say(monthNames(earlier))}</a>\n`}${later && html`<a class="plain" href="${to(later)}" rel="next">${say(monthNames(later))} →</a>\n`}</nav>`;
}
