import { recordPath } from '../src/model/paths.ts';
import type { Exchange, Transcript } from '../src/model/transcript.ts';
import { askedIn, type Gone } from '../src/site/asked.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { cut } from '../src/site/cut.ts';
import { dayNames } from '../src/site/dates.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import { leadTopic } from '../src/site/lead-topic.ts';
import { articleOf } from '../src/site/linked-data.ts';
import { each, say } from '../src/site/say.ts';
import type { TranscriptSheet } from '../src/site/sheets.ts';
import { socialImage } from '../src/site/social-image.ts';
import { strings } from '../src/site/strings.ts';
import { otherEditions } from './parts/also-published.ts';
import { vanishedNote, versionBadge } from './parts/badge.ts';
import { cite } from './parts/cite.ts';
import { colophon, printFoot } from './parts/colophon.ts';
import { sideDay } from './parts/day.ts';
import { exchangeArticle, firstWords, topicLinks } from './parts/exchange.ts';
import { frame } from './parts/frame.ts';
import { linkedData, metadata } from './parts/metadata.ts';
import { quotableAs } from './parts/quotable-as.ts';
import { askerNames, speakerLinks } from './parts/voice.ts';
import { note, statementWords } from './parts/words.ts';

interface Given {
  catalogue: Catalogue;
  it: TranscriptSheet;
}

/** A page per transcript. */
export const data = {
  pagination: { data: 'sheets.transcripts', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { transcript } = it;
  const main = html`<article class="sheet"${quotableAs(catalogue, here, transcript)}>
${heading(catalogue, here, it)}
${contents(catalogue, here, it)}
<div>
${transcript.children.map((child) => childMarkup(catalogue, here, transcript, child))}${neighbours(here, it)}
${cite(catalogue, here, transcript)}${colophon(catalogue, here, transcript, html`<code>${transcript.id}</code>`)}
</div>
</article>`;
  return frame(
    catalogue,
    {
      here,
      title: titleOf(catalogue, transcript),
      description: cut(it.exchanges.map(firstWords).join(' '), 300),
      section: 'briefings',
      foot: printFoot(transcript.id, transcript, catalogue.language),
      scripts: ['mark.js', 'quote.js'],
      article: { published: transcript.date, image: socialImage(catalogue, transcript)?.path },
      metadata: html`${metadata(catalogue, transcript)}${linkedData(articleOf(catalogue, transcript))}`,
    },
    main,
  );
}

function titleOf(catalogue: Catalogue, { spokespersons, institution, date }: Transcript) {
  const day = dayNames(date);
  const office = catalogue.institutionNames({ institution });
  const [speaker] = spokespersons.map((name) => catalogue.speakerNames(name, institution));
  return {
    'zh-Hans': `${day['zh-Hans']}${speaker ? `，${speaker['zh-Hans']}` : ''}：${office['zh-Hans']}`,
    en: `${day.en}${speaker ? `, ${speaker.en}` : ''}: ${office.en}`,
  };
}

function heading(
  catalogue: Catalogue,
  here: Here,
  { transcript, exchanges }: TranscriptSheet,
): Html {
  const outlets = new Set(
    exchanges.flatMap(({ children }) =>
      children.flatMap((child) => (child.type === 'turn' && child.outlet) || []),
    ),
  );
  const source = catalogue.archive.sources.get(transcript.source);
  const year = here.to(`/years/${transcript.date.slice(0, 4)}/`);
  return html`<header class="row">
${sideDay(transcript.date)}
<div>
<p class="quiet"><a class="plain" href="${year}">${say(catalogue.institutionNames(transcript))}</a></p>
<h1 class="serif" lang="${transcript.language}">${transcript.title}</h1>
<p class="facts${transcript.versions.length > 1 && ' changed'}">
${transcript.spokespersons.length > 0 && html`<span>${say(strings.spokesperson)} ${speakerLinks(catalogue, here, transcript)}</span>\n`}<span>${counts(exchanges.length, outlets.size)}</span>
${source && html`<span>${say(strings.edition)}${say(strings.colon)}<a href="${here.to(`/sources/${source.id}/`)}">${say(source.names)}</a></span>\n`}<span>${versionBadge(catalogue, here, transcript)}</span>
${otherEditions(catalogue, here, transcript)}${flagsOf(transcript).map((flag) => html`<span>${say(flag)}</span>\n`)}</p>
${vanishedNote(transcript)}</div>
</header>`;
}

function counts(exchanges: number, outlets: number): Child {
  return each((language) => {
    const asked = strings.exchanges(exchanges)[language];
    return outlets
      ? `${asked}${strings.separator[language]}${strings.outletsCount(outlets)[language]}`
      : asked;
  });
}

/** A page that is gone has a paragraph of its own. */
const flagNames = {
  'date-disagrees': strings.dateDisagrees,
  'year-inferred': strings.yearInferred,
  'damaged-text': strings.damagedText,
  'corrected-by-hand': strings.corrected,
};

function flagsOf({ flags, partial, kind }: Transcript) {
  return [
    ...(kind === 'written-answer' ? [strings.writtenAnswer] : []),
    ...(partial ? [strings.partial] : []),
    ...flags.flatMap((flag) => (flag === 'vanished' ? [] : [flagNames[flag]])),
  ];
}

function contents(
  catalogue: Catalogue,
  here: Here,
  { transcript, exchanges }: TranscriptSheet,
): Child {
  const asked = askedIn(transcript, catalogue.goneFrom(transcript));
  if (asked.length < 2) return null;
  return html`<nav class="toc" aria-labelledby="toc">
<p class="h"><span class="vh" id="toc">${say(strings.contents)}</span>${say(strings.exchanges(exchanges.length))}</p>
<ol>
${asked.map((it) => ('sheet' in it ? goneLine(here, it, transcript.language) : contentsLine(catalogue, it)))}</ol>
</nav>`;
}

function contentsLine(catalogue: Catalogue, exchange: Exchange): Html {
  const topic = leadTopic(catalogue.placementsOf(exchange), catalogue.archive.topics)?.names;
  return html`<li><a href="#q${exchange.n}"><b>${exchange.n}</b> <span>${say(askerNames(catalogue, exchange))}</span>${topic && html` <i>${say(topic)}</i>`}</a><span class="t cut">${cut(firstWords(exchange), 48)}</span></li>\n`;
}

function goneLine(here: Here, { n, sheet: { path, event } }: Gone, language: string): Html {
  const words = event.event === 'removed' ? event.words : null;
  const title = words?.asker
    ? html`<span lang="${language}">${words.asker}</span>`
    : html`<span>${say(words ? strings.goneTitle : strings.withheldTitle)}</span>`;
  return html`<li><a href="${here.to(path)}"><b>${n}†</b> ${title}</a>${words && html`<span class="t cut" lang="${language}">${cut(words.question, 48)}</span>`}</li>\n`;
}

function childMarkup(
  catalogue: Catalogue,
  here: Here,
  transcript: Transcript,
  child: Transcript['children'][number],
): Html {
  if (child.type === 'note')
    return html`<div class="row">${note(child, transcript.language)}</div>\n`;
  if (child.type === 'turn')
    return html`<div class="exchange statement">${statementWords(child, transcript)}</div>\n`;
  return exchangeArticle(
    catalogue,
    here,
    { exchange: child, transcript },
    {
      address: here.to(recordPath(child.id)),
      prefix: `q${child.n}-`,
      after: topicLinks(catalogue, here, child),
    },
  );
}

function neighbours(here: Here, { previous, next }: TranscriptSheet): Child {
  if (!previous && !next) return null;
  const link = (to: Transcript, rel: 'prev' | 'next') =>
    html`<a class="plain" href="${here.to(recordPath(to.id))}" rel="${rel}"><span class="quiet">${rel === 'prev' && '← '}${say(dayNames(to.date))}${rel === 'next' && ' →'}</span><span class="serif cut" lang="${to.language}">${to.title}</span></a>\n`;
  return html`<nav class="row next" aria-labelledby="near"><span class="vh" id="near">${say(strings.neighbours)}</span>
${previous && link(previous, 'prev')}${next && link(next, 'next')}</nav>\n`;
}
