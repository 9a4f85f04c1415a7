import type { View } from '../../src/model/archive.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { monthNames, yearNames } from '../../src/site/dates.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { overTime, overTimePath, type Span, worthDrawing } from '../../src/site/over-time.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** Of the chart's height of 100: where the line lies, and how high its two sides are. */
const baseline = 67;
const above = 66;
const below = 32;

/** Exchanges of a listing over time, above all exchanges; nothing where five never come together. */
export function chart(catalogue: Catalogue, here: Here, view: View): Child {
  const spans = overTime(catalogue, view);
  if (!worthDrawing(spans)) return null;
  const highest = Math.max(...spans.map(({ listed }) => listed));
  const highestAll = Math.max(...spans.map(({ all }) => all));
  const caption = strings.chartCaption(inPrint(highest), inPrint(highestAll), isYears(spans));
  const gaps = spans.some(({ all }) => all === 0);
  return html`<section class="row" aria-labelledby="over"><h2 class="side" id="over">${say(strings.overTime)}</h2>
<figure class="chart">
<div class="plot"><p class="scale axis" aria-hidden="true"><span>${inPrint(highest)}</span><span>0</span><span>${inPrint(highestAll)}</span></p>
<svg viewBox="0 0 ${spans.length} 100" preserveAspectRatio="none" role="img" aria-labelledby="over" aria-describedby="drawn">${spans.map((span, index) => column(span, index, highest, highestAll))}<path class="base" d="M0 ${baseline}H${spans.length}"/></svg>
${axis(spans)}</div>
<figcaption class="quiet"><span id="drawn">${say(caption)}${gaps && say(strings.chartGaps)}</span> <a href="${here.to(overTimePath(view))}">CSV</a></figcaption>
</figure>
${table(spans)}
</section>
`;
}

/** One span of time: what is listed above the line, everything below it, numbers on hover. */
function column({ name, listed, all }: Span, at: number, highest: number, highestAll: number) {
  if (all === 0)
    return html`<path class="gap" d="M${at + 0.1} ${baseline}V${baseline + below}H${at + 0.9}V${baseline}"/>`;
  const [up, down] = [rounded((above * listed) / highest), rounded((below * all) / highestAll)];
  return html`<g><title>${name}: ${listed} / ${all}</title>${listed > 0 && html`<rect class="hits" x="${at + 0.1}" y="${rounded(baseline - up)}" width=".8" height="${up}"/>`}<rect class="all" x="${at + 0.1}" y="${baseline}" width=".8" height="${down}"/></g>`;
}

const inPrint = (count: number): string => count.toLocaleString('en');

const rounded = (value: number): number => Math.round(value * 10) / 10;

const isYears = (spans: Span[]): boolean => spans[0]?.name.length === 4;

const spanNames = ({ name }: Span) => (name.length === 4 ? yearNames(name) : monthNames(name));

function axis(spans: Span[]): Html {
  const shown = [spans[0], spans[Math.floor(spans.length / 2)], spans.at(-1)];
  return html`<p class="axis">${shown.map((it) => it && html`<span>${say(spanNames(it))}</span>`)}</p>`;
}

function table(spans: Span[]): Html {
  const heading = isYears(spans) ? strings.year : strings.month;
  return html`<details><summary>${say(strings.asTable)}</summary>
<table class="counts"><thead><tr><th scope="col">${say(heading)}</th><th scope="col">${say(strings.listedHere)}</th><th scope="col">${say(strings.allExchanges)}</th></tr></thead><tbody>
${spans.map(({ name, listed, all }) => all > 0 && html`<tr><th scope="row">${name}</th><td>${listed}</td><td>${all}</td></tr>\n`)}</tbody></table></details>`;
}
