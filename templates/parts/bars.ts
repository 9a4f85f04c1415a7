import type { Names } from '../../src/model/names.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';

/** One line of a list with a count. */
export interface Counted {
  names: Names;
  /** Where the line leads; null for words that lead nowhere. */
  href: string | null;
  count: number;
  /** What is printed instead of the count, such as a share. */
  shown?: string;
  /** The usual value, in the unit of `count`. */
  usual?: number;
}

/** Names with counts, as bars where the highest count is at least 5, else as a plain list. */
export function bars(lines: Counted[], drawFrom = 5): Html {
  const highest = Math.max(0, ...lines.map(({ count, usual }) => Math.max(count, usual ?? 0)));
  const drawn = highest >= drawFrom;
  return html`<ul class="list">
${lines.map((line) => html`<li>${text(line)}${drawn && bar(line, highest)}</li>\n`)}</ul>`;
}

function text({ names, href, count, shown }: Counted): Html {
  const inside = html`<span>${say(names)}</span> <span>${shown ?? count}</span>`;
  return href === null
    ? html`<span class="line">${inside}</span>`
    : html`<a href="${href}">${inside}</a>`;
}

const bar = ({ count, usual }: Counted, highest: number): Child => {
  const width = (value: number) => Math.round((100 * value) / highest);
  const tick = usual !== undefined && html`<path class="tick" d="M${width(usual)} -2V8"/>`;
  return html`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><path class="all" d="M0 4H100"/><rect class="hits" width="${width(count)}" height="4"/>${tick}</svg>`;
};

/** A heading and its bars; nothing where there is no line. */
export const barsUnder = (heading: Names, lines: Counted[]): Child =>
  lines.length > 0 && html`<h2>${say(heading)}</h2>\n${bars(lines)}\n`;
