import type { Catalogue } from '../src/site/catalogue.ts';
import { monthOnly } from '../src/site/dates.ts';
import { grouped } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import type { CalendarSheet } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { absences } from './parts/absences.ts';
import { frame } from './parts/frame.ts';
import { monthTable } from './parts/month.ts';
import { otherYears } from './parts/other-years.ts';

interface Given {
  catalogue: Catalogue;
  it: CalendarSheet;
}

/** A calendar per year; the newest is also at `/calendar/`. */
export const data = {
  pagination: { data: 'sheets.calendars', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { year, transcripts } = it;
  const briefings = catalogue.briefingCount(transcripts);
  const byDay = grouped(transcripts, ({ date }) => date);
  const missing = new Set(it.absences.flatMap(({ days }) => days).filter((day) => !byDay.has(day)));
  const edited = transcripts.filter(({ versions }) => versions.length > 1).length;
  const main = html`<header class="row"><p class="side day">${say(strings.calendar)}</p>
<div><h1>${year}</h1>
<p class="facts"><span><b>${briefings}</b> ${say(strings.briefingsNoun(briefings))}</span>${edited > 0 && html`<span><a href="${here.to('/changed/')}">${say(strings.changedCount(edited))}</a></span>`}${missing.size > 0 && html`<span>${say(strings.missingCount(missing.size))}</span>`}<span><a href="${here.to(`/years/${year}/`)}">${say(strings.asList)}</a></span></p>
</div></header>
<section class="row" aria-labelledby="days"><h2 class="vh" id="days">${say(strings.daysOf(year))}</h2>
${legend(edited > 0, missing.size > 0)}
<div class="year">
${months.map((month) =>
  monthTable(here, `${year}-${month}`, monthOnly(Number(month)), byDay, missing),
)}</div></section>
${absences(catalogue, it)}${otherYears(here, '/calendar/', it)}`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': `${year}年日历`, en: `Calendar ${year}` },
      description: `${year}: ${strings.briefingsCount(briefings)[catalogue.language]}`,
      section: 'calendar',
      canonical: `/calendar/${year}/`,
    },
    main,
  );
}

function legend(edited: boolean, missing: boolean): Html {
  return html`<ul class="facts legend"><li><span class="d held">12</span> ${say(strings.dayHeld)}</li>${edited && html`<li><span class="d edited">12</span> ${say(strings.dayChanged)}</li>`}${missing && html`<li><span class="d missing">12</span> ${say(strings.dayMissing)}</li>`}<li><span class="d">12</span> ${say(strings.dayNone)}</li></ul>
${missing && html`<p class="quiet legend">${say(strings.calendarNote)}</p>\n`}`;
}
