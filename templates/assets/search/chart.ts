import type { Month } from '../../../src/search/facets.ts';
import { type Child, h, opened, s } from './dom.ts';
import type { Later } from './page.ts';
import { count, say, share } from './say.ts';
import type { State } from './state.ts';

/** A month's value in the unit that the reader chose. */
export function monthly({ found, all, said, characters }: Month, unit: State['chart']): number {
  if (unit === 'counts') return found;
  if (unit === 'share') return all === 0 ? 0 : found / all;
  return characters === 0 ? 0 : ((said ?? 0) * 10_000) / characters;
}

/** A month's value as people write it. */
export const shown = (value: number, unit: State['chart']): string =>
  unit === 'counts'
    ? count(value)
    : unit === 'share'
      ? share(value, 1)
      : String(Math.round(value * 100) / 100);

/** Months from the first to the last, those without a unit too. */
export function everyMonth(months: Month[]): Month[] {
  const known = new Map(months.map((month) => [month.month, month]));
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const list: Month[] = [];
  for (let month = first; month && last && month <= last; month = following(month)) {
    list.push(known.get(month) ?? { month, found: 0, all: 0, characters: 0 });
  }
  return list;
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** What was found by month above the line, everything below it, and the same as a table once that is opened. */
export function chart(
  months: Month[],
  unit: State['chart'],
  uses: Child[],
  later: Later,
): HTMLElement {
  const list = everyMonth(months);
  const values = list.map((month) => monthly(month, unit));
  const highest = Math.max(...values);
  const most = Math.max(...list.map(({ all }) => all));
  const label = say('chart');
  const bars = values
    .map((value, i) => (value > 0 ? `M${i + 0.1} 66v${(-64 * value) / highest}h.8V66` : ''))
    .join('');
  const below = list.map(({ all }, i) => `V${68 + (30 * all) / most}H${i + 1}`).join('');
  return h(
    'figure',
    { class: 'chart' },
    s(
      'svg',
      {
        viewBox: `0 0 ${list.length} 100`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': label,
      },
      s('path', { class: 'hits', d: bars }),
      s('path', { class: 'all', d: `M0 68${below}V68Z` }),
    ),
    axis(list),
    h('figcaption', { class: 'quiet' }, say('caption', shown(highest, unit), count(most)), ...uses),
    // Of twenty years it is a thousand elements.
    opened(say('table'), async () => (await later()).monthTable(list, unit)),
  );
}

/** First, middle and last month below a chart. */
export const axis = (list: Month[]): HTMLElement =>
  h(
    'p',
    { class: 'axis' },
    ...[...new Set([0, list.length >> 1, list.length - 1])].map((i) =>
      h('span', {}, list[i]?.month),
    ),
  );
