import type { Listed, View } from '../../src/model/archive.ts';
import type { Names } from '../../src/model/names.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { tally } from '../../src/site/grouped.ts';
import type { Here } from '../../src/site/here.ts';
import { type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';
import { barsUnder, type Counted } from './bars.ts';

/** How many lines each list of the aside holds. */
const most = 8;

/** Beside a listing: who asks, who answers, what else, in which years. */
export function seeAlso(catalogue: Catalogue, here: Here, view: View): Html {
  const { kind, exchanges } = view;
  const counted = (names: (listed: Listed) => Tie[]) => countsOf(here, exchanges, view, names);
  return html`<aside aria-labelledby="also"><h2 class="vh" id="also">${say(strings.narrow)}</h2>
${
  kind !== 'outlets' &&
  barsUnder(
    strings.whoAsks,
    counted((listed) => outletsOf(catalogue, listed)),
  )
}${
  kind !== 'speakers' &&
  barsUnder(
    strings.whoAnswers,
    counted((listed) => speakersOf(catalogue, listed)),
  )
}${barsUnder(
  topicHeadings[kind],
  counted((listed) => topicsOf(catalogue, listed)),
)}${barsUnder(
  strings.byYear,
  counted(yearsOf).sort((a, b) => (a.names.en < b.names.en ? 1 : -1)),
)}</aside>`;
}

const topicHeadings = {
  topics: strings.together,
  outlets: strings.asksAbout,
  speakers: strings.answersAbout,
  years: strings.together,
};

/** What an exchange counts for in one list. */
interface Tie {
  names: Names;
  path: string;
}

function countsOf(
  here: Here,
  exchanges: Listed[],
  view: View,
  tiesOf: (listed: Listed) => Tie[],
): Counted[] {
  const ties = new Map<string, Tie>();
  const paths = exchanges.flatMap((listed) => {
    const own = new Map(tiesOf(listed).map((tie) => [tie.path, tie]));
    for (const [path, tie] of own) ties.set(path, tie);
    return [...own.keys()];
  });
  const self = viewAddress(view);
  return tally(paths)
    .filter(([path]) => path !== self)
    .slice(0, most)
    .flatMap(([path, count]) => {
      const tie = ties.get(path);
      return tie ? [{ names: tie.names, href: here.to(path), count }] : [];
    });
}

const turnsOf = ({ exchange }: Listed) =>
  exchange.children.filter((child) => child.type === 'turn');

function outletsOf(catalogue: Catalogue, listed: Listed): Tie[] {
  return turnsOf(listed).flatMap((turn) => {
    const outlet = catalogue.outletOf(turn);
    return outlet
      ? [{ names: outlet.names, path: viewAddress({ kind: 'outlets', id: outlet.id }) }]
      : [];
  });
}

function speakersOf(catalogue: Catalogue, listed: Listed): Tie[] {
  const { institution } = listed.transcript;
  return turnsOf(listed).flatMap(({ kind, speaker }) =>
    kind === 'answer' && speaker !== null
      ? [
          {
            names: catalogue.speakerNames(speaker, institution),
            path: catalogue.speakerPath(speaker, institution),
          },
        ]
      : [],
  );
}

function topicsOf(catalogue: Catalogue, { exchange }: Listed): Tie[] {
  return catalogue.placementsOf(exchange).flatMap(({ topic }) => {
    const names = catalogue.archive.topics.get(topic)?.names;
    return names ? [{ names, path: viewAddress({ kind: 'topics', id: topic }) }] : [];
  });
}

function yearsOf({ transcript }: Listed): Tie[] {
  const year = transcript.date.slice(0, 4);
  return [{ names: { 'zh-Hans': year, en: year }, path: viewAddress({ kind: 'years', id: year }) }];
}
