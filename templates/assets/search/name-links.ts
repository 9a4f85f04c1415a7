import type { SearchIndex } from '../../../src/search/engine.ts';
import { namesLike } from '../../../src/search/names-like.ts';
import { h } from './dom.ts';
import { say, uiLanguage } from './say.ts';
import { addressOf, type State } from './state.ts';

/** Names shown. */
const most = 8;

/** Names that a query in Latin letters may mean, by pinyin too; each link searches what they said or asked. */
export async function nameLinks(index: SearchIndex, state: State): Promise<HTMLElement | null> {
  const names = await index.names(uiLanguage());
  const links = (await namesLike(index, state.q)).slice(0, most).map(([kind, id]) => {
    const name = names[kind].get(id) ?? id;
    const q = `${kind}:${/\s/.test(id) ? `"${id}"` : id}`;
    return h(
      'li',
      {},
      h(
        'a',
        { href: addressOf({ ...state, q, page: 1 }) },
        h('span', {}, name),
        ' ',
        h('span', {}, say(kind)),
      ),
    );
  });
  return links.length === 0
    ? null
    : h(
        'div',
        { class: 'row' },
        h('h2', { class: 'side' }, say('names')),
        h('ul', { class: 'list' }, ...links),
      );
}
