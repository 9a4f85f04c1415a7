import { recordPath } from '../src/model/paths.ts';
import type { Transcript } from '../src/model/transcript.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { civilDay, monthOnly, weekdayNames } from '../src/site/dates.ts';
import { grouped } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import { monthPath } from '../src/site/months.ts';
import { say } from '../src/site/say.ts';
import { exchangesOf, type YearSheet } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { changed } from './parts/briefing.ts';
import { frame } from './parts/frame.ts';
import { otherYears } from './parts/other-years.ts';

interface Given {
  catalogue: Catalogue;
  it: YearSheet;
}

/** A page per year: its briefings by month, the newest first. */
export const data = {
  pagination: { data: 'sheets.years', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { year, transcripts } = it;
  const exchanges = transcripts.reduce(
    (sum, transcript) => sum + exchangesOf(transcript).length,
    0,
  );
  const briefings = strings.briefingsCount(catalogue.briefingCount(transcripts));
  const months = grouped(transcripts.toReversed(), ({ date }) => date.slice(0, 7));
  const main = html`<header class="row"><p class="side day">${say(strings.year)}</p>
<div><h1>${year}</h1>
<p class="facts"><span>${say(briefings)}</span><span>${say(strings.exchanges(exchanges))}</span><span><a href="${here.to(`/calendar/${year}/`)}">${say(strings.calendar)}</a></span></p>
</div></header>
${[...months].map(([month, held]) => monthSection(catalogue, here, month, held))}${otherYears(here, '/years/', it)}`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': `${year}年发布会`, en: `Briefings of ${year}` },
      description: `${year}: ${briefings[catalogue.language]}`,
      section: 'briefings',
    },
    main,
  );
}

function monthSection(catalogue: Catalogue, here: Here, month: string, held: Transcript[]): Html {
  return html`<section aria-labelledby="m${month}"><h2 class="row head" id="m${month}"><a class="side" href="${here.to(monthPath(month))}">${say(monthOnly(Number(month.slice(5))))}</a> <span class="quiet">${say(strings.briefingsCount(catalogue.briefingCount(held)))}</span></h2>
<ol class="row days">
${held.map((transcript) => dayLine(catalogue, here, transcript))}</ol></section>
`;
}

function dayLine(catalogue: Catalogue, here: Here, transcript: Transcript): Html {
  const { date, language, title, id } = transcript;
  return html`<li><span class="side quiet"><b>${civilDay(date).date}</b> ${say(weekdayNames(date))}</span> <a class="plain serif" lang="${language}" href="${here.to(recordPath(id))}">${title}</a> <span class="quiet">${say(strings.exchanges(exchangesOf(transcript).length))}</span>${changed(catalogue, here, transcript)}</li>
`;
}
