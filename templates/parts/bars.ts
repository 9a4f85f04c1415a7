import type { Names } from '../../src/model/names.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** One line of a list with a count. */
export interface Counted {
  names: Names;
  /** Where the line leads; null for words that lead nowhere. */
  href: string | null;
  count: number;
  /** What is printed instead of the count, such as a share. */
  shown?: string;
  /** The usual value where `count` is a share, 0 to 1 as that one is. */
  usual?: number;
}

/** Names with counts, as bars where the highest count is at least 5, else as a plain list. */
export function bars(lines: Counted[], drawFrom = 5): Html {
  const highest = Math.max(0, ...lines.map(({ count, usual }) => Math.max(count, usual ?? 0)));
  const drawn = highest >= drawFrom;
  return html`<ul class="list">
${lines.map((line) => html`<li>${text(line)}${drawn && bar(line, highest)}</li>\n`)}</ul>`;
}

function text({ names, href, count, shown, usual }: Counted): Html {
  const beside =
    usual !== undefined && html`<span class="vh"> ${say(strings.average(percent(usual)))}</span>`;
  const inside = html`<span>${say(names)}</span> <span class="count">${shown ?? count}${beside}</span>`;
  return href === null
    ? html`<span class="line">${inside}</span>`
    : html`<a href="${href}">${inside}</a>`;
}

const bar = ({ count, usual }: Counted, highest: number): Child => {
  const width = (value: number) => Math.round((100 * value) / highest);
  const tick = usual !== undefined && html`<path class="tick" d="M${width(usual)} -2V8"/>`;
  const title = usual !== undefined && html`<title>${percent(count)} / ${percent(usual)}</title>`;
  return html`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${title}<path class="all" d="M0 4H100"/><rect class="hits" width="${width(count)}" height="4"/>${tick}</svg>`;
};

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A heading and its bars; nothing where there is no line. */
export const barsUnder = (heading: Names, lines: Counted[]): Child =>
  lines.length > 0 && html`<h2>${say(heading)}</h2>\n${bars(lines)}\n`;
