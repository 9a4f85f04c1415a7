import type { SearchIndex } from '../../../src/search/engine.ts';
import type { Word } from '../../../src/search/words.ts';
import { type Child, h } from './dom.ts';
import type { Later } from './page.ts';
import { count, say } from './say.ts';
import { addressOf, type State } from './state.ts';

/** Results on a page. */
export const perPage = 10;

/** A choice: plain where it is made, a link where it is not. */
function choice(word: Word, state: State, chosen: Partial<State>): Child {
  const href = addressOf({ ...state, page: 1, ...chosen });
  return href === addressOf({ ...state, page: 1 })
    ? h('b', {}, say(word))
    : h('a', { href }, say(word));
}

const separated = (choices: Child[]): Child[] =>
  choices.flatMap((each, i) => (i === 0 ? [each] : [' · ', each]));

/** Ways to order what was found, to lay it out, and to take it along. */
export const controls = (state: State, taken: Child[]): HTMLElement =>
  h(
    'div',
    { class: 'row sort' },
    h(
      'p',
      {},
      ...separated(
        (['newest', 'oldest', 'relevance'] as const).map((sort) => choice(sort, state, { sort })),
      ),
    ),
    h(
      'p',
      {},
      ...separated(
        (['list', 'lines', 'left', 'right'] as const).map((view) => choice(view, state, { view })),
      ),
    ),
    h('p', { class: 'quiet' }, ...taken),
  );

/** What the chart counts. */
export const chartUses = (state: State): Child[] => [
  say('chartBy'),
  ...separated(
    (['counts', 'share', 'rate'] as const).map((chart) => choice(chart, state, { chart })),
  ),
];

/** Everything found, as a file; how far it is stands on the button. */
export const downloads = (index: SearchIndex, query: string, later: Later): Child[] => [
  say('download'),
  ...separated(
    (['CSV', 'JSONL'] as const).map((name) => {
      const button = h('button', { type: 'button' }, name);
      button.addEventListener('click', async () =>
        (await later()).download(index, query, name, button),
      );
      return button;
    }),
  ),
];

/** Which results these are, and the way to the others. */
export function pager(state: State, total: number): HTMLElement {
  const { page } = state;
  const last = Math.min(total, page * perPage);
  const to = (word: Word, next: number, rel: string): Child =>
    h('a', { class: 'plain', rel, href: addressOf({ ...state, page: next }) }, say(word));
  return h(
    'nav',
    { class: 'row next', 'aria-label': say('pages') },
    page > 1 && to('back', page - 1, 'prev'),
    h(
      'span',
      { class: 'quiet' },
      say('range', count((page - 1) * perPage + 1), count(last), count(total)),
    ),
    last < total && to('next', page + 1, 'next'),
  );
}
