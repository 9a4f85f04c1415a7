import { recordPath } from '../../src/model/paths.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import { askedIn, type Gone } from '../../src/site/asked.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { cut } from '../../src/site/cut.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';
import { versionBadge } from './badge.ts';
import { sideDay } from './day.ts';
import { exchangeAddress, firstWords } from './exchange.ts';
import { outletTag } from './voice.ts';

/** A briefing in a list: day, title, and its questions as a printed table of contents. */
export function briefingRow(catalogue: Catalogue, here: Here, transcript: Transcript): Html {
  return html`<article class="row">
${sideDay(transcript.date)}
<div><h3 class="title" lang="${transcript.language}"><a class="plain" href="${here.to(recordPath(transcript.id))}">${transcript.title}</a></h3>
${changed(catalogue, here, transcript)}<ol class="asked">
${askedIn(transcript, catalogue.goneFrom(transcript)).map((asked) =>
  'sheet' in asked
    ? goneLine(here, asked, transcript.language)
    : askedLine(catalogue, here, asked, transcript.language),
)}</ol></div></article>
`;
}

/** The badge of a transcript of which more than one wording was seen. */
export function changed(catalogue: Catalogue, here: Here, transcript: Transcript): Child {
  return (
    transcript.versions.length > 1 &&
    html`<p class="facts changed"><span>${versionBadge(catalogue, here, transcript)}</span></p>\n`
  );
}

function askedLine(catalogue: Catalogue, here: Here, exchange: Exchange, language: string): Child {
  if (exchange.flags.includes('slight')) return null;
  return html`<li><span class="quiet">${exchange.n}</span><a class="t" lang="${language}" href="${exchangeAddress(here, exchange)}">${cut(firstWords(exchange), 120)}</a>${outletTag(catalogue, here, exchange)}</li>\n`;
}

function goneLine(here: Here, { n, sheet: { path, event } }: Gone, language: string): Html {
  const words = event.event === 'removed' ? event.words : null;
  return html`<li><span class="quiet">${n}†</span><a class="t"${words && html` lang="${language}"`} href="${here.to(path)}">${words ? cut(words.question, 120) : say(strings.withheldTitle)}</a>${words?.asker && html`<span class="quiet serif" lang="${language}">${words.asker}</span>`}</li>
`;
}
