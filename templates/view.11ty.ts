import type { Listed, View } from '../src/model/archive.ts';
import { descriptionIn } from '../src/model/topic.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames } from '../src/site/dates.ts';
import { daySpans } from '../src/site/day-spans.ts';
import { grouped, tally } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, html } from '../src/site/html.ts';
import { kinOf } from '../src/site/kin.ts';
import { plain } from '../src/site/markdown.ts';
import { say } from '../src/site/say.ts';
import { type ViewSheet, viewAddress, yearOf } from '../src/site/sheets.ts';
import { strings } from '../src/site/strings.ts';
import { chart } from './parts/chart.ts';
import { briefArticle } from './parts/exchange.ts';
import { frame } from './parts/frame.ts';
import { leafLinks } from './parts/leaf-links.ts';
import { reasons } from './parts/notes.ts';
import { seeAlso } from './parts/see-also.ts';
import { kindNames, viewHeading } from './parts/view-heading.ts';

interface Given {
  catalogue: Catalogue;
  it: ViewSheet;
}

/** A page per leaf of a topic's, an outlet's and a speaker's listing. */
export const data = {
  pagination: { data: 'sheets.leaves', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { view } = it;
  const first = it.newer === null;
  const main = html`<div class="sheet">
${viewHeading(catalogue, here, it)}
<div>
${first && [printedNames(view), spokeOn(view), chart(catalogue, here, view), yearLinks(here, it)]}${years(catalogue, here, it)}${leafLinks(here, it)}
</div>
${first && seeAlso(catalogue, here, view)}
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: {
        'zh-Hans': `${view.names['zh-Hans']}：${kindNames[view.kind]['zh-Hans']}`,
        en: `${view.names.en}: ${kindNames[view.kind].en.toLowerCase()}`,
      },
      description: describe(catalogue, view),
      section: view.kind === 'years' ? 'briefings' : view.kind,
      ...(view.exchanges.length > 0 && { feed: viewAddress(view) }),
    },
    main,
  );
}

function describe({ archive, language }: Catalogue, { kind, id, names }: View): string {
  const topic = kind === 'topics' ? archive.topics.get(id) : undefined;
  if (topic) return plain(descriptionIn(topic, language));
  return `${names[language]}: ${kindNames[kind][language]}`;
}

function printedNames({ kind, exchanges, id }: View): Child {
  if (kind !== 'outlets') return null;
  const labels = tally(
    exchanges.flatMap(({ exchange, transcript }) =>
      exchange.children.flatMap((child) =>
        child.type === 'turn' && child.outlet === id && child.label !== null
          ? [`${transcript.language}:${child.label}`]
          : [],
      ),
    ),
  );
  return html`<section class="row" aria-labelledby="names"><h2 class="side" id="names">${say(strings.asPrinted)}</h2>
<ul class="facts serif">${labels.slice(0, 20).map(([label, count]) => {
    const [language] = label.split(':', 1);
    return html`<li lang="${language}">${label.slice((language?.length ?? 0) + 1)} <span class="quiet">${count}</span></li>`;
  })}</ul>
</section>\n`;
}

/** A break in the record of somebody who answers: half a year without a day. */
const longBreak = 182;

/** When a speaker answers, by the record itself; no office is inferred from it. */
function spokeOn({ kind, exchanges }: View): Child {
  if (kind !== 'speakers') return null;
  const spans = daySpans(
    exchanges.map(({ transcript }) => transcript.date),
    longBreak,
  );
  return html`<section class="row" aria-labelledby="days"><h2 class="side" id="days">${say(strings.answersOn)}</h2>
<ul class="facts">${spans.map(({ from, to, days }) => html`<li>${say(strings.spoke(dayNames(from), dayNames(to), days))}</li>`)}</ul>
<p class="quiet">${say(strings.spokeNote)}</p>
</section>
`;
}

/** Where each year begins, for a listing of many leaves. */
function yearLinks(here: Here, { yearAt, byYear, older }: ViewSheet): Child {
  if (older === null || yearAt.size < 2) return null;
  return html`<section class="row" aria-labelledby="jump"><h2 class="side" id="jump">${say(strings.readFrom)}</h2>
<p class="facts">${[...yearAt].map(
    ([
      year,
      path,
    ]) => html`<span><a href="${here.to(path)}#y${year}">${year}</a> ${(byYear.get(year) ?? 0).toLocaleString('en')}</span>
`,
  )}</p></section>
`;
}

function years(
  catalogue: Catalogue,
  here: Here,
  { view, listed, byYear, newer }: ViewSheet,
): Child {
  if (listed.length === 0) return html`<p class="row">${say(emptyNote(catalogue, view))}</p>`;
  return [...grouped(listed, yearOf)].map(
    ([
      year,
      exchanges,
    ]) => html`<section aria-labelledby="y${year}"><h2 class="row head" id="y${year}"><span class="side">${year}</span> ${newer === null && html`<span class="quiet">${say(strings.exchanges(byYear.get(year) ?? 0))}</span>`}</h2>
${exchanges.map((each) => briefArticle(catalogue, here, each, why(catalogue, view, each)))}</section>\n`,
  );
}

const emptyNote = ({ archive }: Catalogue, { kind, id }: View) =>
  kind === 'topics' && kinOf(archive, id).parts.length > 0 ? strings.inParts : strings.nothingYet;

function why(catalogue: Catalogue, { kind, id }: View, { exchange, transcript }: Listed): Child {
  const placement =
    kind === 'topics' && catalogue.placementsOf(exchange).find(({ topic }) => topic === id);
  return placement && html`${say(strings.hereBy)}${reasons(placement, transcript.language)}`;
}
