import type { Listed } from '../../src/model/archive.ts';
import { recordPath } from '../../src/model/paths.ts';
import type { Exchange, Transcript, Turn } from '../../src/model/transcript.ts';
import { wordsOf } from '../../src/model/words.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { cut } from '../../src/site/cut.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { voicesOf } from '../../src/site/voices-of.ts';
import { dayText } from './day.ts';
import { quotableAs } from './quotable-as.ts';
import { askerLabel, outletTag } from './voice.ts';
import { exchangeWords } from './words.ts';

/** How an exchange is shown in full. */
interface Shown {
  /** What the margin number leads to. */
  address: string;
  /** What the ids of its parts begin with. */
  prefix: string;
  /** What follows the words, such as topics. */
  after?: Child;
}

/** An exchange in full: number and asker in the margin, question, answers. */
export function exchangeArticle(
  catalogue: Catalogue,
  here: Here,
  { exchange, transcript }: Listed,
  { address, prefix, after }: Shown,
): Html {
  const { asker } = voicesOf(exchange);
  const { n } = exchange;
  const label = asker && askerLabel(catalogue, here, asker, transcript.language);
  const heading = label
    ? html`<h2 class="label" id="h${n}">${label}</h2>`
    : html`<h2 class="vh" id="h${n}">§${n}</h2>`;
  return html`<article class="exchange" id="q${n}" aria-labelledby="h${n}"${quotableAs(catalogue, here, transcript, exchange)}>
<header><a class="no" href="${address}">§${n}</a>
${heading}</header>
${exchangeWords(exchange, transcript, prefix)}${after}</article>
`;
}

/** The topics of an exchange as links. */
export function topicLinks(catalogue: Catalogue, here: Here, exchange: Exchange): Child {
  const links = catalogue.placementsOf(exchange).flatMap(({ topic }) => {
    const names = catalogue.archive.topics.get(topic)?.names;
    const path = here.to(viewAddress({ kind: 'topics', id: topic }));
    return names ? [html`<a href="${path}">${say(names)}</a> `] : [];
  });
  return links.length > 0 && html`<p class="after">${links}</p>\n`;
}

/** The words of the first question on one line; of the first turn where nobody asks. */
export function firstWords(exchange: Exchange): string {
  const { asker, answerer } = voicesOf(exchange);
  const turn = asker ?? answerer;
  return turn ? oneLine(turn) : '';
}

/** What was said in a turn on one line: Chinese paragraphs meet without a space, others with one. */
function oneLine(turn: Turn): string {
  const words = wordsOf(turn);
  if (!/\s/.test(words)) return words;
  return words.replace(/([\p{sc=Han}\u3000-\u303f\uff00-\uffef])\s+/gu, '$1').replace(/\s+/g, ' ');
}

/** Where an exchange is read: a tombstone's number carries a dagger. */
export const exchangeAddress = (here: Here, { id }: Exchange): string => here.to(recordPath(id));

/** How much of a question and of an answer a list shows, in half-width places. */
const briefWidth = 180;

/** An exchange stands in about five listings, so its first words are cut once. */
const cutTurns = new WeakMap<Turn, string>();

function briefWords(turn: Turn): string {
  const known = cutTurns.get(turn) ?? cut(oneLine(turn), briefWidth);
  cutTurns.set(turn, known);
  return known;
}

/** The same exchange in a list: first words of question and answer, and why it is here. */
export function briefArticle(
  catalogue: Catalogue,
  here: Here,
  { exchange, transcript }: Listed,
  why?: Child,
): Html {
  const { asker, answerer } = voicesOf(exchange);
  return html`<article class="exchange brief" aria-labelledby="${briefId(exchange)}">
<header><a class="no" id="${briefId(exchange)}" href="${exchangeAddress(here, exchange)}">§${exchange.n}<span class="vh"> ${transcript.id}</span></a>
<p class="by"><span class="quiet">${dayText(transcript.date)}</span> ${outletTag(catalogue, here, exchange)}</p></header>
${[asker, answerer].map((turn) => turn && briefTurn(turn, transcript))}${why && html`<p class="after">${why}</p>\n`}</article>
`;
}

const briefId = ({ id }: Exchange): string => id.replaceAll('/', '-');

function briefTurn(turn: Turn, { language }: Transcript): Html {
  const kind = turn.kind === 'question' ? 'question' : 'answer';
  return html`<div class="turn ${kind} rec" lang="${language}"><p>${briefWords(turn)}</p></div>\n`;
}
