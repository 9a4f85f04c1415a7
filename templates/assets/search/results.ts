import type { Fold } from '../../../src/search/fold.ts';
import { markedSpans } from '../../../src/search/mark.ts';
import type { NamesById } from '../../../src/search/names.ts';
import type { PhraseQuery } from '../../../src/search/query.ts';
import type { Unit, UnitTurn } from '../../../src/search/unit.ts';
import { type Child, h } from './dom.ts';
import { day, say } from './say.ts';

/** What a result needs besides its unit. */
export interface Shown {
  /** Address of the site's root, with a slash at its end. */
  root: string;
  phrases: PhraseQuery[];
  fold: Fold;
  names: NamesById;
}

/** Characters of a paragraph that a result shows before it cuts. */
const wide = 180;
/** Where in the passage its first hit stands, when words before it are cut. */
const lead = 40;
/** Paragraphs of one turn that a result shows. */
const mostParagraphs = 3;

/** An exchange or statement as a result: its words cut round the hits, every hit marked. */
export function resultArticle(unit: Unit, shown: Shown): HTMLElement {
  const number = unit.kind === 'statement' ? say('statement') : `§${unit.n}`;
  const outlet = unit.turns.find((turn) => turn.outlet !== null)?.outlet;
  const name = outlet && shown.names.outlet.get(outlet);
  return h(
    'article',
    { class: 'exchange brief', 'aria-label': `${number}, ${day(unit.date)}` },
    h(
      'header',
      {},
      h('a', { class: 'no', href: addressOf(unit, shown) }, number),
      h(
        'p',
        { class: 'by' },
        h('span', { class: 'quiet' }, day(unit.date)),
        ' ',
        name && h('a', { class: 'outlet', href: `${shown.root}outlets/${outlet}/` }, name),
      ),
    ),
    ...unit.turns.map((turn) => turnBlock(turn, unit, shown)),
  );
}

/** The unit's page, with the hits' own words to mark there. */
export function addressOf(unit: Unit, { root, phrases, fold }: Shown): string {
  const hits = unit.turns.flatMap(({ text, side }) =>
    markedSpans(text, side, phrases, fold).map(({ start, end }) => text.slice(start, end)),
  );
  const marked = [...new Set(hits)].slice(0, 8).map((hit) => `q=${encodeURIComponent(hit)}`);
  const [path = '', anchor] = unit.url.slice(1).split('#');
  return (
    root + path + (marked.length > 0 ? `?${marked.join('&')}` : '') + (anchor ? `#${anchor}` : '')
  );
}

function turnBlock(turn: UnitTurn, unit: Unit, { phrases, fold }: Shown): Child {
  const paragraphs = turn.text
    .split('\n')
    .map((text) => ({ text, spans: markedSpans(text, turn.side, phrases, fold) }));
  const hit = paragraphs.filter(({ spans }) => spans.length > 0);
  const isFirst = unit.turns.find(({ side }) => side === turn.side) === turn;
  const chosen =
    hit.length > 0 ? hit.slice(0, mostParagraphs) : isFirst ? paragraphs.slice(0, 1) : [];
  if (chosen.length === 0) return null;
  return h(
    'div',
    { class: `turn ${turn.side} rec`, lang: turn.language ?? unit.language },
    ...chosen.map(({ text, spans }) => h('p', {}, ...cutRound(text, spans))),
  );
}

/** A paragraph cut to what surrounds its hits. */
function cutRound(text: string, spans: { start: number; end: number }[]): Child[] {
  const first = spans[0]?.start ?? 0;
  const from = text.length <= wide || first <= lead * 2 ? 0 : first - lead;
  const to = Math.max(from + wide, spans[0]?.end ?? 0);
  const children: Child[] = [from > 0 && '…'];
  let at = from;
  for (const { start, end } of spans) {
    if (start >= to) break;
    children.push(text.slice(at, start), h('mark', {}, text.slice(start, end)));
    at = end;
  }
  children.push(text.slice(at, Math.max(at, to)), Math.max(at, to) < text.length && '…');
  return children;
}
