import type { LastWords } from '../src/model/ledger.ts';
import type { Names } from '../src/model/names.ts';
import { recordPath } from '../src/model/paths.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames } from '../src/site/dates.ts';
import type { GoneSheet } from '../src/site/gone.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { versionDigits } from '../src/site/quote.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { colophon } from './parts/colophon.ts';
import { sideDay } from './parts/day.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: GoneSheet;
}

/** A page for every address whose exchange is not in the record now: the address says why. */
export const data = {
  pagination: { data: 'sheets.gone', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

const titles = {
  removed: strings.goneTitle,
  merged: strings.mergedTitle,
  withheld: strings.withheldTitle,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { transcript, event, id } = it;
  const title = titles[event.event];
  const main = html`<div class="row">
${transcript && sideDay(transcript.date)}
<div>${transcript && html`<p class="quiet"><a class="plain" lang="${transcript.language}" href="${here.to(recordPath(transcript.id))}">${transcript.title}</a></p>\n`}<h1>† ${say(title)}</h1>
<p class="absent">${why(catalogue, here, it)}</p>
<p class="facts"><span><code>${id}</code></span></p></div>
</div>
${event.event === 'removed' && event.words && transcript && lastWords(it, event.words, transcript.language)}${transcript && colophon(catalogue, here, transcript, html`<code>${id}</code>`)}`;
  return frame(
    catalogue,
    {
      here,
      title: { 'zh-Hans': `${id} † ${title['zh-Hans']}`, en: `${id} † ${title.en}` },
      description: title[catalogue.language],
      section: 'briefings',
      scripts: ['quote.js'],
      unlisted: event.event === 'withheld',
    },
    main,
  );
}

function why(catalogue: Catalogue, here: Here, { event, transcript, versions }: GoneSheet): Child {
  switch (event.event) {
    case 'withheld':
      return html`${say(strings.withheldWhy(dayNames(event.date)))}${event.ground}`;
    case 'merged': {
      const path = here.to(recordPath(`${transcript?.id ?? ''}/${event.into}`));
      return html`${say(strings.mergedWhy)} <a href="${path}">§${event.into}</a>`;
    }
    case 'removed': {
      if (!event.words) return say(strings.goneReread);
      const path = catalogue.changes.places.get(transcript?.id ?? '') ?? '/changed/';
      const [last, today] = [event.last, event.version].map((id) => versionNames(versions, id));
      return html`${say(both(last, today))} <a href="${here.to(path)}">${say(strings.sideBySide)}</a>`;
    }
  }
}

const none: Names = { 'zh-Hans': '', en: '' };

const both = (last = none, today = none): Names => ({
  'zh-Hans': strings.goneWhy(last['zh-Hans'], today['zh-Hans'])['zh-Hans'],
  en: strings.goneWhy(last.en, today.en).en,
});

function versionNames(versions: GoneSheet['versions'], id: string): Names {
  const seen = versions.find(({ version }) => version === id)?.seen;
  return seen ? strings.versionOn(id, dayNames(seen.slice(0, 10))) : { 'zh-Hans': id, en: id };
}

/** The last words as the ledger keeps them: label, question, answer. */
function lastWords(
  { id, event, versions }: GoneSheet,
  { asker, question, answer }: LastWords,
  language: string,
): Html {
  const n = id.split('/')[2];
  const turn = (kind: string, words: string) =>
    words !== '' &&
    html`<div class="turn ${kind} rec" lang="${language}">${words.split('\n').map((paragraph) => html`<p>${paragraph}</p>\n`)}</div>\n`;
  const last = event.event === 'removed' ? event.last : '';
  const digest = versions.find(({ version }) => version === last)?.digest ?? '';
  return html`<article class="exchange gone" id="q${n}" aria-labelledby="h${n}" data-version="${digest.slice(0, versionDigits)}">
<header><a class="no" href="#q${n}">§${n} †</a>
<h2 class="label" id="h${n}"><span lang="${language}">${asker ?? '—'}</span></h2></header>
${turn('question', question)}${turn('answer', answer)}</article>
`;
}
