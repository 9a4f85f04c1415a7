import type { Fold } from '../../../src/search/fold.ts';
import { type MarkedSpan, markedSpans } from '../../../src/search/mark.ts';
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

/** A turn's paragraphs, each with where its hits are. */
interface MarkedTurn extends UnitTurn {
  paragraphs: { text: string; spans: MarkedSpan[] }[];
}

/** An exchange or statement as a result: its words cut round the hits, every hit marked. */
export function resultArticle(unit: Unit, { root, phrases, fold, names }: Shown): HTMLElement {
  const number = unit.kind === 'statement' ? say('statement') : `§${unit.n}`;
  const outlet = unit.turns.find((turn) => turn.outlet !== null)?.outlet;
  const name = outlet && names.outlet.get(outlet);
  const turns = unit.turns.map((turn): MarkedTurn => {
    const paragraphs = turn.text
      .split('\n')
      .map((text) => ({ text, spans: markedSpans(text, turn.side, phrases, fold) }));
    return { ...turn, paragraphs };
  });
  const hits = turns.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end))),
  );
  return h(
    'article',
    { class: 'exchange brief', 'aria-label': `${number}, ${day(unit.date)}` },
    h(
      'header',
      {},
      h('a', { class: 'no', href: addressOf(unit, root, hits) }, number),
      h(
        'p',
        { class: 'by' },
        h('span', { class: 'quiet' }, day(unit.date)),
        ' ',
        name && h('a', { class: 'outlet', href: `${root}outlets/${outlet}/` }, name),
      ),
    ),
    ...turns.map((turn, i) => {
      const isFirst = turns.findIndex(({ side }) => side === turn.side) === i;
      return turnBlock(turn, isFirst, unit.language);
    }),
  );
}

/** The unit's page, with the hits' own words to mark there. */
export function addressOf({ url }: Unit, root: string, hits: string[]): string {
  const marked = [...new Set(hits)].slice(0, 8).map((hit) => `q=${encodeURIComponent(hit)}`);
  const [path = '', anchor] = url.slice(1).split('#');
  return (
    root + path + (marked.length > 0 ? `?${marked.join('&')}` : '') + (anchor ? `#${anchor}` : '')
  );
}

/** The paragraphs with hits, or how the side begins. */
function turnBlock(
  { side, language, paragraphs }: MarkedTurn,
  isFirst: boolean,
  otherwise: string,
): Child {
  const hit = paragraphs.filter(({ spans }) => spans.length > 0).slice(0, mostParagraphs);
  const chosen = hit.length > 0 ? hit : paragraphs.slice(0, Number(isFirst));
  return (
    chosen.length > 0 &&
    h(
      'div',
      { class: `turn ${side} rec`, lang: language ?? otherwise },
      ...chosen.map(({ text, spans }) => h('p', {}, ...cutRound(text, spans))),
    )
  );
}

/** A paragraph cut to what surrounds its hits. */
function cutRound(text: string, spans: MarkedSpan[]): Child[] {
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
