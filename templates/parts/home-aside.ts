import type { Catalogue } from '../../src/site/catalogue.ts';
import { civilDay, monthNames, monthOnly } from '../../src/site/dates.ts';
import { grouped } from '../../src/site/grouped.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';
import { barsUnder } from './bars.ts';
import { monthTable } from './month.ts';
import { monthTopicBars } from './month-topics.ts';

const most = 12;

/** The newest month: topics asked about against their usual share, and its calendar. */
export function monthAside(catalogue: Catalogue, here: Here): Child {
  const month = catalogue.archive.transcripts.at(-1)?.date.slice(0, 7);
  if (month === undefined) return null;
  const byDay = grouped(catalogue.archive.transcripts, ({ date }) => date);
  const names = monthOnly(civilDay(`${month}-01`).month);
  return html`${monthTopicBars(catalogue, here, month, strings.askedIn(names), strings.usualShare)}<div class="month">${monthTable(here, month, monthNames(month), byDay)}</div>
`;
}

/** The topics and outlets with the most exchanges. */
export function indexLists(catalogue: Catalogue, here: Here): Child {
  return (['topics', 'outlets'] as const).map((kind) => {
    const views = catalogue
      .viewsOf(kind)
      .filter(({ exchanges }) => exchanges.length > 0)
      .sort((a, b) => b.exchanges.length - a.exchanges.length);
    const lines = views.slice(0, most).map((view) => ({
      names: view.names,
      href: here.to(viewAddress(view)),
      count: view.exchanges.length,
    }));
    const all = kind === 'topics' ? strings.allTopics : strings.allOutlets;
    const more =
      views.length > most &&
      html`<p><a class="more" href="${here.to(`/${kind}/`)}">${say(all)}</a></p>\n`;
    return html`${barsUnder(strings[kind], lines)}${more}`;
  });
}
