import type { SearchIndex, SearchResult } from '../../../src/search/engine.ts';
import { lex } from '../../../src/search/lex.ts';
import { h } from './dom.ts';
import { count, say } from './say.ts';
import { addressOf, type State } from './state.ts';

/** Suggestions tried; each costs a search. */
const most = 10;

/** A query in its words, as typed. */
const wordsOf = (query: string): string[] => query.match(/\S*["“][^"”]*["”]?\S*|\S+/g) ?? [];

/** Shorter forms of a long Han word: without its last or first character, a quarter, a half. */
function shorter(text: string): string[] {
  const lengths = [text.length - 1, Math.ceil(text.length * 0.75), Math.ceil(text.length / 2)];
  return lengths
    .filter((length) => length > 1)
    .flatMap((length) => [text.slice(0, length), text.slice(-length)]);
}

/** Queries that ask for less: one word dropped, or a long Han word cut at one end. */
export function lesserQueries(query: string): string[] {
  const words = wordsOf(query);
  const without = words.map((_, i) => words.filter((_, j) => j !== i).join(' '));
  const cut = words.flatMap((word, i) => {
    const text = lex(word)[0]?.text ?? '';
    if (!/^\p{Script=Han}{3,}$/u.test(text)) return [];
    return shorter(text).map((end) =>
      words.map((each, j) => (j === i ? word.replace(text, end) : each)).join(' '),
    );
  });
  return [...new Set([...without, ...cut])].filter(Boolean).slice(0, most);
}

/** How much was searched in vain, and what would be found with less, each as a link with its count. */
export async function foundWithLess(
  index: SearchIndex,
  state: State,
  { all, months }: SearchResult,
): Promise<HTMLElement> {
  const lesser = await Promise.all(
    lesserQueries(state.q).map(async (q) => ({ q, ...(await index.search(q, { limit: 0 })) })),
  );
  const better = lesser.filter(({ total }) => total > 0);
  return h(
    'div',
    {},
    h('p', { class: 'row prose' }, say('searched', count(all), months.at(-1)?.month ?? '')),
    better.length > 0 &&
      h(
        'div',
        { class: 'row' },
        h('h2', { class: 'side' }, say('less')),
        h('ul', { class: 'list' }, ...better.map(({ q, total }) => link(state, q, total))),
      ),
  );
}

const link = (state: State, q: string, total: number): HTMLElement =>
  h(
    'li',
    {},
    h(
      'a',
      { href: addressOf({ ...state, q, page: 1 }) },
      h('span', {}, q),
      ' ',
      h('span', {}, count(total)),
    ),
  );
