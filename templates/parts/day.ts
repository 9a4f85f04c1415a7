import { civilDay, dayNames, monthNames, weekdayNames } from '../../src/site/dates.ts';
import { type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';

/** The day in the margin, as a wall calendar prints it. */
export function sideDay(day: string): Html {
  const month = monthNames(day);
  const weekday = weekdayNames(day);
  const { date } = civilDay(day);
  return html`<p class="side day u" lang="zh-Hans"><span>${month['zh-Hans']}</span> <b>${date}<small>日</small></b> <span>${weekday['zh-Hans']}</span></p>
<p class="side day u" lang="en"><b>${date}</b> <span>${month.en}</span> <span>${weekday.en}</span></p>`;
}

/** A day in running text. */
export const dayText = (day: string) => say(dayNames(day));
