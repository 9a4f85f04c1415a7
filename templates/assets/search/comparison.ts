import type { SearchIndex } from '../../../src/search/engine.ts';
import { axis, everyMonth, monthly } from './chart.ts';
import { h, s } from './dom.ts';
import { count, say, share } from './say.ts';
import type { State } from './state.ts';

/** Lines that a reader can still tell apart. */
const most = 4;
/** How each line is drawn; the fourth has no class of its own in the style sheet. */
const strokes = [
  { class: 'l1' },
  { class: 'l2' },
  { class: 'l3' },
  { class: 'l1', 'stroke-dasharray': '7 3 1.5 3' },
];

/** The shares of up to four searches by month in one chart. */
export async function comparison(index: SearchIndex, { q, c }: State): Promise<HTMLElement> {
  const typed = [q, ...c.split(/[,，、]/)];
  const queries = [...new Set(typed.map((one) => one.trim()))].filter(Boolean).slice(0, most);
  const found = await Promise.all(queries.map((query) => index.search(query, { limit: 0 })));
  const series = found.map(({ months }) =>
    everyMonth(months).map((month) => monthly(month, 'share')),
  );
  const highest = Math.max(0.001, ...series.flat());
  const months = everyMonth(found.find(({ months }) => months.length > 0)?.months ?? []);
  const line = (values: number[]): string =>
    values
      .map((value, i) => `${i === 0 ? 'M' : 'L'}${i} ${(100 - (100 * value) / highest).toFixed(1)}`)
      .join('');
  const label = say('compared', share(highest, 1));
  return h(
    'figure',
    { class: 'chart' },
    h(
      'p',
      { class: 'key' },
      ...queries.map((query, i) =>
        h(
          'span',
          {},
          s(
            'svg',
            { viewBox: '0 0 10 2', 'aria-hidden': 'true' },
            s('path', { ...strokes[i], d: 'M0 1H10' }),
          ),
          `${query} ${count(found[i]?.total ?? 0)}`,
        ),
      ),
    ),
    s(
      'svg',
      {
        viewBox: `0 0 ${Math.max(1, months.length - 1)} 100`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': label,
      },
      s('path', { class: 'all', d: `M0 100H${months.length}` }),
      ...series.map((values, i) => s('path', { ...strokes[i], d: line(values) })),
    ),
    axis(months),
    h('figcaption', { class: 'quiet' }, label),
  );
}
