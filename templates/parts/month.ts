import type { Names } from '../../src/model/names.ts';
import { recordPath } from '../../src/model/paths.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { civilDay, weekdayHeads } from '../../src/site/dates.ts';
import type { Here } from '../../src/site/here.ts';
import { type Html, html } from '../../src/site/html.ts';
import { monthPath } from '../../src/site/months.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** A month as a calendar, days with a briefing leading to it, days with several to the month. `month` is YYYY-MM. */
export function monthTable(
  here: Here,
  month: string,
  caption: Names,
  byDay: Map<string, Transcript[]>,
  missing: ReadonlySet<string> = new Set(),
): Html {
  const days = daysOf(month);
  const blank = (civilDay(`${month}-01`).weekday + 6) % 7;
  const cells = [...Array.from({ length: blank }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
  return html`<table><caption>${say(caption)}</caption><thead><tr>${weekdayHeads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead><tbody>
${weeks.map((week) => html`<tr>${week.map((day) => html`<td>${day !== null && dayCell(here, day, byDay.get(day) ?? [], missing.has(day))}</td>`)}</tr>\n`)}</tbody></table>
`;
}

function daysOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from(
    { length: last },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
}

function dayCell(here: Here, day: string, held: Transcript[], isMissing: boolean): Html {
  const { date } = civilDay(day);
  const [first] = held;
  if (!first)
    return isMissing
      ? html`<span class="d missing">${date}<span class="vh"> ${say(strings.dayMissing)}</span></span>`
      : html`<span class="d">${date}</span>`;
  const edited = held.some(({ versions }) => versions.length > 1);
  const path = held.length === 1 ? recordPath(first.id) : `${monthPath(day)}#d${day.slice(8)}`;
  return html`<a class="d${edited && ' edited'}" href="${here.to(path)}">${date}${edited && html`<span class="vh"> ${say(strings.changedAfter)}</span>`}</a>`;
}
