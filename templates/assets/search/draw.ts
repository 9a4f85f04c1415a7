import type { SearchIndex, SearchResult } from '../../../src/search/engine.ts';
import type { NamesById } from '../../../src/search/names.ts';
import { mayBeName } from '../../../src/search/names-like.ts';
import { newest, type Order, oldest } from '../../../src/search/order.ts';
import { aside } from './aside.ts';
import { chart } from './chart.ts';
import { chartUses, controls, downloads, pager, perPage } from './controls.ts';
import { type Child, h, opened } from './dom.ts';
import type { SearchPage } from './page.ts';
import { resultArticle } from './results.ts';
import { count, say, sayNotice, share, uiLanguage } from './say.ts';
import { addressOf, type State } from './state.ts';

/** What a state shows: a sentence for the live region, and everything below it. */
export interface Drawn {
  line: string;
  children: Child[];
}

/** Exchanges whose hits are laid out in lines: their texts are loaded for it, half a kilobyte each. */
const mostUnits = 200;

/** Searches for what a state asks and draws the answer. */
export async function draw(index: SearchIndex, state: State, page: SearchPage): Promise<Drawn> {
  const lines = state.view !== 'list';
  const limit = lines ? mostUnits : perPage;
  const offset = lines ? 0 : (state.page - 1) * perPage;
  const { q } = state;
  const orders = {
    newest,
    oldest,
    relevance: async (...found: Parameters<Order>) => (await page.later()).relevance(...found),
  };
  const occurrences = state.chart === 'rate' ? (await page.later()).occurrencesIn : undefined;
  const [result, names, like] = await Promise.all([
    index.search(q, { sort: orders[state.sort], limit, offset, occurrences }),
    index.names(uiLanguage()),
    mayBeName(q) ? page.later().then(({ nameLinks }) => nameLinks(index, state)) : null,
  ]);
  const notices = result.notices.map((notice) => h('p', { class: 'row prose' }, sayNotice(notice)));
  if (result.total === 0) {
    const less = result.all > 0 && (await (await page.later()).foundWithLess(index, state, result));
    return { line: say('none'), children: [...notices, like, less] };
  }
  return {
    line: say('found', count(result.total), share(result.total, result.all), count(result.all)),
    children: [...notices, like, await drawFound(index, state, result, names, page)],
  };
}

async function drawFound(
  index: SearchIndex,
  state: State,
  result: SearchResult,
  names: NamesById,
  { root, later }: SearchPage,
): Promise<HTMLElement> {
  const shown = { root, phrases: result.phrases, fold: index.fold, names };
  const results =
    state.view === 'list'
      ? [...result.hits.map((unit) => resultArticle(unit, shown)), pager(state, result.total)]
      : [(await later()).linesTable(result.hits, shown, state.view)];
  const compared = async () => (await later()).compare(index, state);
  return h(
    'div',
    { class: 'sheet' },
    h(
      'div',
      {},
      h(
        'section',
        { class: 'row' },
        chart(result.months, state.chart, chartUses(state), later),
        opened(say('compare'), compared, state.c !== '' && (await compared())),
      ),
      controls(state, downloads(index, state.q, later)),
      ...results,
    ),
    asideLater(state, result, names),
  );
}

/** Years and sources at once; outlets, speakers and topics when their files have come. */
function asideLater(
  state: State,
  { facets, allFacets }: SearchResult,
  names: NamesById,
): HTMLElement {
  const narrow = (label: string): string =>
    addressOf({ ...state, q: `${state.q} ${label}`, page: 1 });
  const element = aside(facets, names, narrow);
  void allFacets().then((all) => element.replaceChildren(...aside(all, names, narrow).childNodes));
  return element;
}
