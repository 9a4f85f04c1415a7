import type { Listed, View } from '../../src/model/archive.ts';
import { askSearch } from '../../src/site/ask-search.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { tally } from '../../src/site/grouped.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';
import { bars, barsUnder } from './bars.ts';

/** How many lines each list of the aside holds. */
const most = 8;

/** Beside a listing: who asks, who answers, about what, in which years; as searches that narrow it. */
export function seeAlso(catalogue: Catalogue, here: Here, view: View): Html {
  const { kind, exchanges } = view;
  const narrowed = (tiesOf: (listed: Listed) => Tie[]) =>
    countsOf(exchanges, tiesOf).map(({ tie, count }) => ({
      names: tie.names,
      href: here.to(askSearch(view, tie)),
      count,
    }));
  const asking = narrowed((listed) => outletsOf(catalogue, listed));
  const answering = narrowed((listed) => speakersOf(catalogue, listed));
  const years = narrowed(yearsOf).sort((a, b) => (a.names.en < b.names.en ? 1 : -1));
  return html`<aside aria-labelledby="also"><h2 class="vh" id="also">${say(strings.narrow)}</h2>
${kind !== 'outlets' && barsUnder(strings.whoAsks, asking)}${
  kind !== 'speakers' && barsUnder(strings.whoAnswers, answering)
}${subjects(catalogue, here, view)}${barsUnder(strings.byYear, years)}</aside>`;
}

/** Topics beside a listing: those that come with a topic, those that an outlet or a speaker is heard on. */
function subjects(catalogue: Catalogue, here: Here, view: View): Child {
  const counts = countsOf(view.exchanges, (listed) => topicsOf(catalogue, listed, view));
  if (view.kind === 'topics') {
    const lines = counts.map(({ tie, count }) => ({
      names: tie.names,
      href: here.to(viewAddress(tie)),
      count,
    }));
    return barsUnder(strings.together, lines);
  }
  const last = view.exchanges[0]?.transcript.date ?? '';
  const asks = view.kind === 'outlets';
  const lines = counts.map(({ tie, count }) => ({
    names: tie.names,
    href: here.to(askSearch(view, tie)),
    count: count / view.exchanges.length,
    shown: `${count} (${Math.round((100 * count) / view.exchanges.length)} %)`,
    usual: (asks ? catalogue.usuallyAsked : catalogue.usual).share(tie.id, last),
  }));
  if (lines.length === 0) return null;
  return html`<h2>${say(asks ? strings.asksAbout : strings.answersAbout)}</h2>
<p class="quiet">${say(asks ? strings.usualOfOutlets : strings.usualOfAll)}</p>
${bars(lines, 0)}
`;
}

/** What an exchange counts for in one list. */
interface Tie extends Pick<View, 'kind' | 'id' | 'names'> {}

/** How many of the exchanges have each tie, the most first. */
function countsOf(
  exchanges: Listed[],
  tiesOf: (listed: Listed) => Tie[],
): { tie: Tie; count: number }[] {
  const ties = new Map<string, Tie>();
  const ids = exchanges.flatMap((listed) => {
    const own = new Map(tiesOf(listed).map((tie) => [tie.id, tie]));
    for (const [id, tie] of own) ties.set(id, tie);
    return [...own.keys()];
  });
  return tally(ids)
    .slice(0, most)
    .flatMap(([id, count]) => {
      const tie = ties.get(id);
      return tie ? [{ tie, count }] : [];
    });
}

const turnsOf = ({ exchange }: Listed) =>
  exchange.children.filter((child) => child.type === 'turn');

function outletsOf(catalogue: Catalogue, listed: Listed): Tie[] {
  return turnsOf(listed).flatMap((turn) => {
    const outlet = catalogue.outletOf(turn);
    return outlet ? [{ kind: 'outlets', id: outlet.id, names: outlet.names }] : [];
  });
}

function speakersOf(catalogue: Catalogue, listed: Listed): Tie[] {
  const { institution } = listed.transcript;
  return turnsOf(listed).flatMap(({ kind, speaker }) => {
    if (kind !== 'answer' || speaker === null) return [];
    const id = catalogue.personOf(speaker, institution)?.id ?? speaker;
    return [{ kind: 'speakers', id, names: catalogue.speakerNames(speaker, institution) }];
  });
}

function topicsOf(catalogue: Catalogue, { exchange }: Listed, view: View): Tie[] {
  return catalogue.placementsOf(exchange).flatMap(({ topic }) => {
    const names = catalogue.archive.topics.get(topic)?.names;
    const isSelf = view.kind === 'topics' && view.id === topic;
    return names && !isSelf ? [{ kind: 'topics', id: topic, names }] : [];
  });
}

function yearsOf({ transcript }: Listed): Tie[] {
  const year = transcript.date.slice(0, 4);
  return [{ kind: 'years', id: year, names: { 'zh-Hans': year, en: year } }];
}
