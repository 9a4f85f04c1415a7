import type { Names } from '../../src/model/names.ts';
import type { Absences } from '../../src/site/absences.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { civilDay, dayNames, monthOnly, weekdayOnly } from '../../src/site/dates.ts';
import { grouped } from '../../src/site/grouped.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import type { CalendarSheet } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';

/** Below a calendar: each institution's usual days, and which of them the archive lacks. */
export const absences = (catalogue: Catalogue, sheet: CalendarSheet): Html =>
  html`${sheet.absences.map((it) => ofInstitution(catalogue, it))}`;

function ofInstitution(catalogue: Catalogue, it: Absences): Html {
  const id = `of-${it.institution}`;
  const usual = it.usual.length > 0 ? strings.usualDays(listOf(it.usual)) : strings.noUsualDays;
  return html`<section class="row" aria-labelledby="${id}"><h2 class="side" id="${id}">${say(catalogue.institutionNames(it))}</h2>
<p class="facts"><span>${say(usual)}</span><span>${say(strings.daysHeld(it.held))}</span>${it.usual.length > 0 && it.days.length === 0 && html`<span>${say(strings.allHeld)}</span>`}</p>
${lackingDays(it)}${longGaps(it)}</section>
`;
}

function lackingDays({ days }: Absences): Child {
  if (days.length === 0) return null;
  const byMonth = grouped(days, (day) => civilDay(day).month);
  return html`<p class="quiet">${say(strings.lacking)}</p>
<ul class="facts">${[...byMonth].map(([month, its]) => html`<li>${say(monthOnly(month))} ${its.map((day) => civilDay(day).date).join(', ')}</li>\n`)}</ul>
`;
}

function longGaps({ weeks }: Absences): Child {
  if (weeks.length === 0) return null;
  return html`<p class="quiet">${say(strings.longGaps)}</p>
<ul class="facts">${weeks.map(({ from, to }) => html`<li>${say(strings.noneFrom(dayNames(from), dayNames(to)))}</li>\n`)}</ul>
`;
}

const listOf = (weekdays: number[]): Names => ({
  'zh-Hans': weekdays.map((it) => weekdayOnly(it)['zh-Hans']).join('、'),
  en: weekdays.map((it) => weekdayOnly(it).en).join(', '),
});
