import { recordPath } from '../src/model/paths.ts';
import type { Exchange } from '../src/model/transcript.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { cut } from '../src/site/cut.ts';
import { dayNames } from '../src/site/dates.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { exchangeData } from '../src/site/linked-data.ts';
import { each, say } from '../src/site/say.ts';
import type { ExchangeSheet } from '../src/site/sheets.ts';
import { socialImage } from '../src/site/social-image.ts';
import { strings } from '../src/site/strings.ts';
import { voicesOf } from '../src/site/voices-of.ts';

import { counterparts } from './parts/also-published.ts';
import { vanishedNote, versionBadge } from './parts/badge.ts';
import { cite } from './parts/cite.ts';
import { colophon, printFoot } from './parts/colophon.ts';
import { sideDay } from './parts/day.ts';
import { exchangeArticle, firstWords } from './parts/exchange.ts';
import { frame } from './parts/frame.ts';
import { linkedData, metadata } from './parts/metadata.ts';
import { exchangeNotes } from './parts/notes.ts';
import { uses } from './parts/uses.ts';
import { askerNames } from './parts/voice.ts';

interface Given {
  catalogue: Catalogue;
  it: ExchangeSheet;
}

/** A page per exchange: complete in itself, its neighbours one press away. */
export const data = {
  pagination: { data: 'sheets.exchanges', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { exchange, transcript } = it;
  const main = html`<div class="sheet">
${heading(catalogue, here, it)}
<div>
${exchangeArticle(catalogue, here, it, { address: `#q${exchange.n}`, prefix: '' })}
${exchangeNotes(catalogue, here, exchange, transcript)}${neighbours(catalogue, here, it)}
${cite(catalogue, here, transcript, exchange)}${colophon(catalogue, here, transcript, addressOf(exchange))}
</div>
${uses(catalogue, here, it)}
</div>`;
  return frame(
    catalogue,
    {
      here,
      title: titleOf(catalogue, it),
      description: cut(firstWords(exchange), 300),
      section: 'briefings',
      foot: printFoot(exchange.id, transcript, catalogue.language),
      scripts: ['mark.js', 'quote.js'],
      unlisted: exchange.flags.includes('slight'),
      article: { published: transcript.date, image: socialImage(catalogue, transcript)?.path },
      metadata: html`${metadata(catalogue, transcript, exchange)}${linkedData(exchangeData(catalogue, transcript, exchange))}`,
    },
    main,
  );
}

function titleOf(catalogue: Catalogue, { exchange, transcript }: ExchangeSheet) {
  const asker = askerNames(catalogue, exchange);
  const day = dayNames(transcript.date);
  const office = catalogue.institutionNames(transcript);
  return {
    'zh-Hans': `§${exchange.n} ${asker['zh-Hans']}，${day['zh-Hans']}：${office['zh-Hans']}`,
    en: `§${exchange.n} ${asker.en}, ${day.en}: ${office.en}`,
  };
}

function heading(catalogue: Catalogue, here: Here, it: ExchangeSheet): Html {
  const { exchange, transcript, place, count } = it;
  const year = here.to(`/years/${transcript.date.slice(0, 4)}/`);
  return html`<header class="row">
${sideDay(transcript.date)}
<div>
<p class="quiet"><a class="plain" href="${year}">${say(catalogue.institutionNames(transcript))}</a> / <a class="plain" lang="${transcript.language}" href="${here.to(recordPath(transcript.id))}">${transcript.title}</a></p>
<h1>${who(catalogue, it)}</h1>
<p class="facts${transcript.versions.length > 1 && ' changed'}"><span>${say(strings.exchangeOf(place, count))}</span><span>${versionBadge(catalogue, here, transcript, exchange)}</span><span><code>${exchange.id}</code></span>
${counterparts(catalogue, here, exchange)}</p>
${vanishedNote(transcript)}</div>
</header>`;
}

/** "AFP asks, Zhao Lijian answers": our words, with a name as printed where none of ours is known. */
function who(catalogue: Catalogue, { exchange, transcript }: ExchangeSheet): Child {
  const { answerer } = voicesOf(exchange);
  const asker = askerNames(catalogue, exchange);
  const known = Boolean(catalogue.outletOf(voicesOf(exchange).asker)) || asker === strings.anAsker;
  const name = answerer?.speaker ?? answerer?.label;
  const person = name ? catalogue.personOf(name, transcript.institution) : null;
  return each((language) => {
    const asks = html`${known ? asker[language] : html`<span lang="${transcript.language}">${asker[language]}</span>`}${strings.asks[language]}`;
    if (!name) return asks;
    const answers = person
      ? person.names[language]
      : html`<span lang="${transcript.language}">${name}</span>`;
    return html`${asks}${strings.comma[language]}${answers}${strings.answers[language]}`;
  });
}

function addressOf({ id, parts }: Exchange): Html {
  const letters = parts.length > 1 && [
    say(strings.partsAt),
    parts.map(({ id: part }) => html`<a href="#${part}"><code>#${part}</code></a> `),
  ];
  return html`<code>${id}</code>${letters}`;
}

function neighbours(
  catalogue: Catalogue,
  here: Here,
  { previous, next, transcript }: ExchangeSheet,
): Child {
  if (!previous && !next) return null;
  const link = (to: Exchange, rel: 'prev' | 'next') =>
    html`<a class="plain" href="${here.to(recordPath(to.id))}" rel="${rel}"><span class="quiet">${rel === 'prev' && '← '}§${to.n} ${say(askerNames(catalogue, to))}${rel === 'next' && ' →'}</span><span class="serif cut" lang="${transcript.language}">${cut(firstWords(to), 60)}</span></a>\n`;
  return html`<nav class="row next" aria-labelledby="near"><span class="vh" id="near">${say(strings.neighbours)}</span>
${previous && link(previous, 'prev')}${next && link(next, 'next')}</nav>`;
}
