import type { SearchIndex } from '../../../src/search/engine.ts';
import { lex } from '../../../src/search/lex.ts';
import { h } from './dom.ts';
import { count, say } from './say.ts';

/** Suggestions tried; each costs a search. */
const most = 8;

/** A query in its words, as typed. */
const wordsOf = (query: string): string[] => query.match(/\S*["“][^"”]*["”]?\S*|\S+/g) ?? [];

/** Queries that ask for less: one word dropped, or a long Han word cut at one end. */
export function lesserQueries(query: string): string[] {
  const words = wordsOf(query);
  const without = words.map((_, i) => words.filter((_, j) => j !== i).join(' '));
  const cut = words.flatMap((word, i) => {
    const text = lex(word)[0]?.text ?? '';
    if (!/^\p{Script=Han}{3,}$/u.test(text)) return [];
    const ends = [text.slice(0, -1), text.slice(1)];
    return ends.map((end) =>
      words.map((each, j) => (j === i ? word.replace(text, end) : each)).join(' '),
    );
  });
  return [...new Set([...cut, ...without])].filter(Boolean).slice(0, most);
}

/** What would be found with less, each as a link with its count; nothing where that finds nothing. */
export async function foundWithLess(
  index: SearchIndex,
  query: string,
  address: (q: string) => string,
): Promise<HTMLElement | null> {
  const lesser = await Promise.all(
    lesserQueries(query).map(async (q) => ({
      q,
      total: (await index.search(q, { limit: 0 })).total,
    })),
  );
  const better = lesser.filter(({ total }) => total > 0);
  return better.length === 0
    ? null
    : h(
        'div',
        { class: 'row' },
        h('h2', { class: 'side' }, say('less')),
        h(
          'ul',
          { class: 'list' },
          ...better.map(({ q, total }) =>
            h(
              'li',
              {},
              h('a', { href: address(q) }, h('span', {}, q), ' ', h('span', {}, count(total))),
            ),
          ),
        ),
      );
}
