import type { FacetName, Facets } from '../../../src/search/facets.ts';
import type { NamesById } from '../../../src/search/names.ts';
import { h, s } from './dom.ts';
import { count, say } from './say.ts';

/** Values shown of each facet. */
const most = 8;
/** Bars say nothing where the highest count is small. */
const fewest = 5;

/** Year, topic, outlet, speaker and source of what was found, each value a way to narrow the search. */
export function aside(
  facets: Facets,
  names: NamesById,
  narrow: (label: string) => string,
): HTMLElement {
  const order: FacetName[] = ['year', 'topic', 'outlet', 'speaker', 'source'];
  return h(
    'aside',
    { 'aria-label': say('narrow') },
    ...order.flatMap((facet) => {
      const values = [...facets[facet]].sort(([a, n], [b, m]) =>
        facet === 'year' ? b.localeCompare(a) : m - n || a.localeCompare(b),
      );
      const highest = Math.max(...values.map(([, found]) => found));
      return values.length === 0
        ? []
        : [
            h('h2', {}, say(facet)),
            h(
              'ul',
              { class: 'list' },
              ...values
                .slice(0, most)
                .map(([value, found]) =>
                  h(
                    'li',
                    {},
                    h(
                      'a',
                      { href: narrow(`${facet === 'year' ? 'date' : facet}:${value}`) },
                      h('span', {}, nameOf(facet, value, names)),
                      ' ',
                      h('span', {}, count(found)),
                    ),
                    highest >= fewest && bar(found / highest),
                  ),
                ),
            ),
          ];
    }),
  );
}

/** What a facet's value is called. */
const nameOf = (facet: FacetName, value: string, names: NamesById): string =>
  facet === 'year' ? value : (names[facet].get(value) ?? value);

const bar = (part: number): SVGElement =>
  s(
    'svg',
    { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('path', { class: 'all', d: 'M0 4H100' }),
    s('rect', { class: 'hits', width: Math.round(part * 100), height: 4 }),
  );
