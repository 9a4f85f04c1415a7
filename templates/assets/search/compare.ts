import type { SearchIndex } from '../../../src/search/engine.ts';
import { comparison } from './comparison.ts';
import { h } from './dom.ts';
import { say } from './say.ts';
import type { State } from './state.ts';

/** A form for other words to compare with, and the chart where some are given. */
export const compare = async (index: SearchIndex, state: State): Promise<HTMLElement> =>
  h(
    'div',
    {},
    h(
      'form',
      { class: 'compare' },
      h('label', { class: 'vh', for: 'c' }, say('compareWith')),
      h('input', { name: 'q', type: 'hidden', value: state.q }),
      h('input', { id: 'c', name: 'c', type: 'search', value: state.c }),
      h('button', { type: 'submit' }, say('compareDo')),
    ),
    state.c !== '' && (await comparison(index, state)),
  );
