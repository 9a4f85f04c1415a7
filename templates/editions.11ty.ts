import type { EditionFact } from '../src/model/edition.ts';
import type { Names } from '../src/model/names.ts';
import { recordPath } from '../src/model/paths.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { dayNames } from '../src/site/dates.ts';
import { type EditionsSheet, type ReadingSheet, slotsOf } from '../src/site/editions.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { differingRows } from './parts/beside.ts';
import { captured, digest, outsideLink } from './parts/colophon.ts';
import { sideDay } from './parts/day.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: EditionsSheet;
}

/** The records of one briefing from several sources, and in what they differ. */
export const data = {
  pagination: { data: 'sheets.editions', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const [first] = it.editions;
  const title = strings.editionsOn(dayNames(first?.date ?? ''));
  const main = html`<header class="row">
${first && sideDay(first.date)}
<div>${first && html`<p class="quiet">${say(catalogue.institutionNames(first))}</p>\n`}<h1>${say(title)}</h1>
<p class="prose">${say(strings.editionsNote)}</p>
${it.briefing.hand !== null && html`<p class="quiet">${say(strings.groupedByHand)}${it.briefing.hand}</p>\n`}</div>
</header>
${it.editions.map((edition) => editionRow(catalogue, here, edition))}${it.readings.map((reading) => readingFacts(catalogue, here, reading))}`;
  return frame(
    catalogue,
    {
      here,
      title,
      description: strings.editionsNote[catalogue.language],
      section: 'briefings',
    },
    main,
  );
}

function editionRow(
  catalogue: Catalogue,
  here: Here,
  edition: EditionsSheet['editions'][number],
): Html {
  return html`<section class="row">
<h2 class="side">${say(catalogue.editionNames(edition))}</h2>
<p class="title" lang="${edition.language}"><a href="${here.to(recordPath(edition.id))}">${edition.title}</a></p>
<dl><dt>${say(strings.source)}</dt><dd>${outsideLink(edition.url)}</dd>
<dt>${say(strings.captured)}</dt><dd>${captured(edition.captures)}</dd>
<dt>SHA-256</dt><dd>${digest(edition.captures)}</dd></dl>
</section>
`;
}

function readingFacts(catalogue: Catalogue, here: Here, reading: ReadingSheet): Html {
  const { a, b, alignment } = reading;
  const names = { a: catalogue.editionNames(a), b: catalogue.editionNames(b) };
  const facts = alignment.facts.map((fact) => factLine(catalogue, here, reading, fact, names));
  const unsure = alignment.unsure.map(
    (id) => html`<li>${exchangeLink(here, id)} ${say(strings.notAligned)}</li>\n`,
  );
  return html`<section class="row">
<h2>${say(strings.besideOf(names.a, names.b))}</h2>
<p>${say(strings.inBoth(alignment.pairs.length))}${facts.length + unsure.length === 0 && html` ${say(strings.nothingDiffers)}`} <a href="${here.to(reading.path)}">${say(strings.readBeside)}</a></p>
<ul class="differences">
${facts}${unsure}</ul>
</section>
`;
}

type Both = Record<'a' | 'b', Names>;

function factLine(
  catalogue: Catalogue,
  here: Here,
  reading: ReadingSheet,
  fact: EditionFact,
  names: Both,
): Html {
  switch (fact.kind) {
    case 'only-in-a':
    case 'only-in-b':
      return html`<li>${exchangeLink(here, fact.exchange)} ${onlyIn(fact, names)}</li>\n`;
    case 'statement-only-in-a':
    case 'statement-only-in-b':
      return html`<li>${say(strings.openingWords)} ${onlyIn(fact, names)}</li>\n`;
    case 'label':
      return html`<li>${pairLink(here, fact)} ${say(strings.labelDiffers)}${label(names.a, fact.labels.a, reading.a.language)}${say(strings.separator)}${label(names.b, fact.labels.b, reading.b.language)}</li>\n`;
    case 'words': {
      const slot = slotsOf(reading).find(({ pair }) => pair?.a === fact.a);
      const rows = slot && differingRows({ catalogue, a: reading.a, b: reading.b }, slot);
      return html`<li>${pairLink(here, fact)} ${say(strings.wordsDiffer(fact.score))}${rows}</li>\n`;
    }
    case 'order':
      return html`<li>${pairLink(here, fact)} ${say(strings.orderDiffers)}</li>\n`;
  }
}

function onlyIn({ kind, score }: EditionFact & { score: number }, { a, b }: Both): Html | Child {
  return say(
    kind.endsWith('a') ? strings.onlyInEdition(a, b, score) : strings.onlyInEdition(b, a, score),
  );
}

function label(edition: Names, printed: string | null, language: string): Html {
  const shown =
    printed === null
      ? say(strings.unnamed)
      : html`<b class="serif" lang="${language}">${printed}</b>`;
  return html`${say(edition)}${say(strings.colon)}${shown}`;
}

const exchangeLink = (here: Here, id: string): Html =>
  html`<a class="plain" href="${here.to(recordPath(id))}">${id}</a>`;

const pairLink = (here: Here, { a, b }: { a: string; b: string }): Html =>
  html`${exchangeLink(here, a)} · ${exchangeLink(here, b)}`;
