import type { View } from '../../src/model/archive.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { civilDay, monthNames, monthOnly } from '../../src/site/dates.ts';
import { grouped } from '../../src/site/grouped.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';
import { bars, barsUnder, type Counted } from './bars.ts';
import { monthTable } from './month.ts';

const most = 12;

/** The newest month: topics asked about against their usual share, and its calendar. */
export function monthAside(catalogue: Catalogue, here: Here): Child {
  const month = catalogue.archive.transcripts.at(-1)?.date.slice(0, 7);
  if (month === undefined) return null;
  const byDay = grouped(catalogue.archive.transcripts, ({ date }) => date);
  const names = monthOnly(civilDay(`${month}-01`).month);
  const shares = monthShares(catalogue, here, month);
  return html`${
    shares.length > 0 &&
    html`<h2>${say(strings.askedIn(names))}</h2>
<p class="quiet">${say(strings.usualShare)}</p>
${bars(shares, 0)}
`
  }<div class="month">${monthTable(here, month, monthNames(month), byDay)}</div>
`;
}

/** Nothing where the month's most frequent topic has fewer than five exchanges. */
function monthShares(catalogue: Catalogue, here: Here, month: string): Counted[] {
  const inMonth = ({ exchanges }: View) =>
    exchanges.filter(({ transcript }) => transcript.date.startsWith(month)).length;
  const all = catalogue.viewsOf('years').reduce((sum, view) => sum + inMonth(view), 0);
  const topics = catalogue
    .viewsOf('topics')
    .map((view) => ({ view, count: inMonth(view) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 6);
  if ((topics[0]?.count ?? 0) < 5) return [];
  return topics.map(({ view, count }) => ({
    names: view.names,
    href: here.to(viewAddress(view)),
    count: count / all,
    shown: `${Math.round((100 * count) / all)} %`,
    usual: view.exchanges.length / catalogue.exchangeCount,
  }));
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
