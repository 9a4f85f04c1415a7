import type { Month } from '../../../src/search/facets.ts';
import { monthly, shown } from './chart.ts';
import { h } from './dom.ts';
import { count, say } from './say.ts';
import type { State } from './state.ts';

/** The months of a chart as a table, those without an exchange left out. */
export const monthTable = (list: Month[], unit: State['chart']): HTMLElement =>
  h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...[say('month'), say(unit), say('all')].map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      ...list
        .filter(({ all }) => all > 0)
        .map((month) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, month.month),
            h('td', {}, shown(monthly(month, unit), unit)),
            h('td', {}, count(month.all)),
          ),
        ),
    ),
  );
