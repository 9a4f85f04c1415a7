import { type Child, h } from './dom.ts';
import { say } from './say.ts';
import type { State } from './state.ts';

/** A form for other words to compare with, and the chart where some are given. */
export function compare(state: State, chart: Child): HTMLElement {
  const input = h('input', { id: 'c', name: 'c', type: 'search', value: state.c });
  return h(
    'details',
    state.c === '' ? {} : { open: '' },
    h('summary', {}, say('compare')),
    h(
      'form',
      { class: 'compare' },
      h('label', { class: 'vh', for: 'c' }, say('compareWith')),
      h('input', { name: 'q', type: 'hidden', value: state.q }),
      input,
      h('button', { type: 'submit' }, say('compareDo')),
    ),
    chart,
  );
}
