import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import type { YearSheet } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';

/** Links to the years before and after, as pages of the same section. */
export function otherYears(
  here: Here,
  section: '/years/' | '/calendar/',
  { earlier, later }: YearSheet,
): Child {
  if (earlier === null && later === null) return null;
  const to = (year: string) => here.to(`${section}${year}/`);
  return html`<nav class="row next" aria-labelledby="near"><span class="vh" id="near">${say(strings.years)}</span>
${earlier && html`<a class="plain" href="${to(earlier)}" rel="prev">← ${earlier}</a>\n`}${later && html`<a class="plain" href="${to(later)}" rel="next">${later} →</a>\n`}</nav>`;
}
