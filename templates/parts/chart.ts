import type { View } from '../../src/model/archive.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { monthNames } from '../../src/site/dates.ts';
import { tally } from '../../src/site/grouped.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** A month of the archive: exchanges listed here and all of them. */
interface Month {
  month: string;
  here: number;
  all: number;
}

/** Exchanges by month, above all exchanges of the month; nothing where a month has fewer than five. */
export function chart(catalogue: Catalogue, view: View): Child {
  const months = monthsOf(catalogue, view);
  const highest = Math.max(0, ...months.map(({ here }) => here));
  const highestAll = Math.max(1, ...months.map(({ all }) => all));
  if (highest < 5 || months.length < 2) return null;
  const caption = strings.chartCaption(highest, highestAll);
  return html`<section class="row" aria-labelledby="over"><h2 class="side" id="over">${say(strings.overTime)}</h2>
<figure class="chart">
<svg viewBox="0 0 ${months.length} 100" preserveAspectRatio="none" aria-hidden="true"><g class="hits">${months.map(
    ({ here }, index) => {
      const height = Math.round((640 * here) / highest) / 10;
      return (
        here > 0 &&
        html`<rect x="${index + 0.1}" y="${Math.round((66 - height) * 10) / 10}" width=".8" height="${height}"/>`
      );
    },
  )}</g><path class="all" d="M0 68${months.map(({ all }, index) => `V${Math.round(680 + (300 * all) / highestAll) / 10}H${index + 1}`)}V68Z"/></svg>
${axis(months)}
<figcaption class="quiet">${say(caption)}</figcaption>
</figure>
${table(months)}
</section>
`;
}

/** From the archive's first month to the listing's last day: later days change no chart. */
function monthsOf(catalogue: Catalogue, { exchanges }: View): Month[] {
  const last = exchanges[0]?.transcript.date;
  if (last === undefined) return [];
  const here = new Map(tally(exchanges.map(({ transcript }) => transcript.date.slice(0, 7))));
  const all = catalogue.monthsUpTo(last);
  const [first = ''] = all.keys();
  return monthsBetween(first, last.slice(0, 7)).map((month) => ({
    month,
    here: here.get(month) ?? 0,
    all: all.get(month) ?? 0,
  }));
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last || first === '') return months;
    months.push(name);
    if (month === 12) year += 1;
    month = (month % 12) + 1;
  }
}

function axis(months: Month[]): Html {
  const shown = [months[0], months[Math.floor(months.length / 2)], months.at(-1)];
  return html`<p class="axis">${shown.map((it) => it && html`<span>${say(monthNames(it.month))}</span>`)}</p>`;
}

function table(months: Month[]): Html {
  return html`<details><summary>${say(strings.asTable)}</summary>
<table class="counts"><thead><tr><th scope="col">${say(strings.month)}</th><th scope="col">${say(strings.listedHere)}</th><th scope="col">${say(strings.allExchanges)}</th></tr></thead><tbody>
${months.map(({ month, here, all }) => all > 0 && html`<tr><th scope="row">${month}</th><td>${here}</td><td>${all}</td></tr>\n`)}</tbody></table></details>`;
}
