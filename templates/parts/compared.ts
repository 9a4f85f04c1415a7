import type { ExchangeChange, SentenceChange } from '../../src/model/change.ts';
import type { Names } from '../../src/model/names.ts';
import { recordPath } from '../../src/model/paths.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { type Comparison, placeId } from '../../src/site/changes.ts';
import { cut } from '../../src/site/cut.ts';
import { instantsApart } from '../../src/site/dates.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';
import { type Column, turnsIn } from './compared-words.ts';

const columns: Column[] = ['before', 'after'];

interface Shown {
  here: Here;
  transcript: Transcript;
  comparison: Comparison;
  /** How each version's day is called. */
  days: Record<Column, Names>;
}

/** The exchanges of two versions side by side; those that are the same are only named. */
export function comparedExchanges(
  here: Here,
  transcript: Transcript,
  comparison: Comparison,
): Html {
  const [before, after] = instantsApart(comparison.before.first, comparison.after.first);
  const shown = { here, transcript, comparison, days: { before, after } };
  const { exchanges, outside } = comparison;
  const differs = exchanges.filter((it) => isDifferent(it));
  const only = differs.filter((it) => it.in !== 'both').length;
  const edited = differs.length - only;
  return html`<p class="row quiet">${say(strings.counted(exchanges.length - differs.length, edited, only))}</p>
${outsideWords(shown, outside)}${inRuns(exchanges).map((run) => (run.different ? run.exchanges.map((it) => exchangePair(shown, it)) : sameLine(run.exchanges)))}`;
}

const isDifferent = (it: ExchangeChange): boolean => it.in !== 'both' || it.edited || it.moved;

/** Successive exchanges that differ, or that do not. */
function inRuns(
  exchanges: ExchangeChange[],
): { different: boolean; exchanges: ExchangeChange[] }[] {
  const runs: { different: boolean; exchanges: ExchangeChange[] }[] = [];
  for (const it of exchanges) {
    const last = runs.at(-1);
    if (last?.different === isDifferent(it)) last.exchanges.push(it);
    else runs.push({ different: isDifferent(it), exchanges: [it] });
  }
  return runs;
}

function sameLine(exchanges: ExchangeChange[]): Html {
  const [first, last] = [exchanges[0]?.n, exchanges.at(-1)?.n];
  const numbers = first === last ? `§${first}` : `§${first}–§${last}`;
  return html`<p class="row quiet">${say(strings.sameInBoth(numbers))}</p>\n`;
}

function exchangePair(shown: Shown, change: ExchangeChange): Html {
  const { here, transcript, comparison } = shown;
  const { n, sentences, moved } = change;
  const id = placeId(comparison.after.id, n);
  const whole = change.in !== 'both';
  const [label] = sentences;
  const named = label && roleOf(label) === 'label' && (whole || !isChanged(label)) ? label : null;
  // Where one version has no such exchange, marking all of it would mark nothing.
  const rest = sentences.filter((it) => it !== named).map((it) => (whole ? unmarked(it) : it));
  return html`<article class="exchange" id="${id}" aria-labelledby="h-${id}"><header><a class="no" href="${here.to(recordPath(`${transcript.id}/${n}`))}">§${n}</a><h2 class="label" id="h-${id}">${named && html`<span lang="${transcript.language}">${plainWords(named)}</span>`}</h2></header>
<div class="pair">
${columns.map((column) => columnOf(shown, rest, column, change))}</div>
${moved && html`<p class="after">${say(strings.otherPlace)}</p>\n`}${change.in === 'both' && factsOf(shown, sentences)}</article>
`;
}

function columnOf(
  shown: Shown,
  sentences: SentenceChange[],
  column: Column,
  change: ExchangeChange,
): Html {
  const { here, transcript, comparison, days } = shown;
  if (change.in === 'both' || change.in === column) {
    return html`<div><b class="v badge">${comparison[column].id}</b>${turnsIn(sentences, column, transcript.language)}</div>\n`;
  }
  const other = column === 'before' ? 'after' : 'before';
  const path = here.to(recordPath(`${transcript.id}/${change.n}`));
  return html`<p class="absent">${say(strings.exchangeOnlyIn(days[other], days[column]))} <a href="${path}">${say(strings.pageStays)}</a></p>\n`;
}

/** What is outside of exchanges, only the paragraphs that differ. */
function outsideWords(shown: Shown, outside: SentenceChange[]): Child {
  const touched = new Set(outside.filter(isChanged).flatMap(paragraphsOf));
  if (touched.size === 0) return null;
  const sentences = outside.filter((it) => paragraphsOf(it).some((key) => touched.has(key)));
  const { comparison, transcript } = shown;
  const id = placeId(comparison.after.id, 'outside');
  return html`<article class="exchange" aria-labelledby="h-${id}"><header><h2 class="label" id="h-${id}">${say(strings.outside)}</h2></header>
<div class="pair">
${columns.map((column) => html`<div><b class="v badge">${comparison[column].id}</b>${turnsIn(sentences, column, transcript.language)}</div>\n`)}</div>
${factsOf(shown, sentences)}</article>
`;
}

const paragraphsOf = (it: SentenceChange): string[] =>
  columns.flatMap((column) => (it[column] ? [`${column} ${it[column].paragraph}`] : []));

const isChanged = (it: SentenceChange): boolean => it.edited || it.in !== 'both';

const roleOf = (it: SentenceChange) => (it.before ?? it.after)?.role;

const plainWords = ({ runs }: SentenceChange): string => runs.map(({ text }) => text).join('');

const unmarked = (it: SentenceChange): SentenceChange => ({
  ...it,
  runs: [{ in: 'both', text: plainWords(it) }],
});

/** Each sentence that one version has and the other has not, said as a fact with both days. */
function factsOf({ transcript, days }: Shown, sentences: SentenceChange[]): Html[] {
  return sentences.flatMap((it) => {
    const { in: side } = it;
    if (side === 'both' || roleOf(it) === 'label') return [];
    const other = side === 'before' ? 'after' : 'before';
    const words = cut(plainWords(it).trim(), 80);
    return html`<p class="after"><span class="serif" lang="${transcript.language}">${words}</span> ${say(strings.onlyIn(days[side], days[other]))}</p>\n`;
  });
}
