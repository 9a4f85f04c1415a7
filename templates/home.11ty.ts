import type { Names } from '../src/model/names.ts';
import type { Transcript } from '../src/model/transcript.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames, instantNames } from '../src/site/dates.ts';
import { grouped } from '../src/site/grouped.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { siteData } from '../src/site/linked-data.ts';
import { each, say } from '../src/site/say.ts';
import type { Sheet } from '../src/site/select.ts';
import { strings } from '../src/site/strings.ts';
import { briefingRow } from './parts/briefing.ts';
import { dayText } from './parts/day.ts';
import { feedLine } from './parts/feed-line.ts';
import { frame, searchForm } from './parts/frame.ts';
import { indexLists, monthAside } from './parts/home-aside.ts';
import { linkedData } from './parts/metadata.ts';

interface Given {
  catalogue: Catalogue;
}

/** How many briefings the home page shows with their questions. */
const newest = 5;

/** What this archive holds, search, the newest briefings. */
export const data = {
  pagination: { data: 'sheets.home', size: 1, alias: 'it' },
  permalink: ({ it }: { it: Sheet }) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue }: Given): string {
  const here = new Here('/');
  const transcripts = catalogue.archive.transcripts.toReversed();
  const main = html`<div class="sheet">
${heading(catalogue, here)}
<div>
<h2 class="row head"><span class="side">${say(strings.newest)}</span> <span class="quiet">${say(strings.ofBriefings(catalogue.briefingCount(transcripts)))}</span></h2>
${transcripts.slice(0, newest).map((transcript) => briefingRow(catalogue, here, transcript))}<p class="row"><a class="more" href="${here.to('/years/')}">${say(strings.allBriefings)}</a></p>
</div>
<aside aria-labelledby="indexes"><h2 class="vh" id="indexes">${say(strings.indexes)}</h2>
${monthAside(catalogue, here)}${indexLists(catalogue, here)}</aside>
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: catalogue.site.title,
      description: catalogue.site.description[catalogue.language],
      ownSearch: true,
      metadata: linkedData(...siteData(catalogue)),
    },
    main,
  );
}

function heading(catalogue: Catalogue, here: Here): Html {
  const { transcripts } = catalogue.archive;
  const offices = [...grouped(transcripts, ({ institution }) => institution).keys()];
  return html`<div class="row">
<p class="side day">${archiveOf(catalogue, offices)}</p>
<div><h1>${each((language) => counts(catalogue)[language])}</h1>
${searchForm(here, strings.searchSaid, {})}
<p class="quiet">${span(transcripts)}${lastCapture(transcripts)}</p>
${feedLine(catalogue, here, '/')}</div>
</div>`;
}

/** "Archive of the press office": in Chinese the office comes first. */
function archiveOf(catalogue: Catalogue, offices: string[]): Child {
  return each((language) => {
    const named = offices
      .slice(0, 3)
      .map(
        (institution) =>
          html`<span>${catalogue.institutionNames({ institution })[language]}</span> `,
      );
    const archive = html`<span>${strings.archiveOf[language]}</span> `;
    return language === 'en' ? [archive, named] : [named, archive];
  });
}

function counts(catalogue: Catalogue): Names {
  const held = strings.briefingsCount(catalogue.briefingCount(catalogue.archive.transcripts));
  const asked = strings.exchanges(catalogue.exchangeCount);
  return {
    'zh-Hans': `${held['zh-Hans']}，${asked['zh-Hans']}`,
    en: `${held.en}, ${asked.en}`,
  };
}

function span(transcripts: Transcript[]): Child {
  const [first, last] = [transcripts[0], transcripts.at(-1)];
  if (!first || !last) return null;
  const languages = [...new Set(transcripts.map(({ language }) => language.slice(0, 2)))];
  const said = strings.recordsIn(languages);
  if (first.date === last.date) return html`${dayText(first.date)}${say(said)}`;
  const [from, to] = [dayNames(first.date), dayNames(last.date)];
  return html`${say({ 'zh-Hans': `${from['zh-Hans']}至${to['zh-Hans']}`, en: `${from.en} to ${to.en}` })}${say(said)}`;
}

function lastCapture(transcripts: Transcript[]): Child {
  const instants = transcripts.flatMap(({ captures }) =>
    captures.flatMap(({ retrieved }) => retrieved ?? []),
  );
  const last = instants.sort().at(-1);
  return last && say(strings.lastCapture(instantNames(last)));
}
