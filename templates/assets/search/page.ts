import type { SearchIndex } from '../../../src/search/engine.ts';
import { ShardFault } from '../../../src/search/shards.ts';
import { type Child, h } from './dom.ts';
import { draw } from './draw.ts';
import { learnWords, sayFault, sayFirst } from './say.ts';
import { addressOf, readState } from './state.ts';

/** Loads what the page needs only when it is asked for. */
export type Later = () => Promise<typeof import('../later.ts')>;

/** What the search page gives to its script. */
export interface SearchPage {
  found: HTMLElement;
  form: HTMLFormElement;
  /** Way to the site's root, with a slash at its end. */
  root: string;
  open(): Promise<SearchIndex>;
  later: Later;
}

/** Searches when the form is sent, when an address of this page is followed and at the start. */
export function startSearchPage(page: SearchPage): void {
  const status = h('span', { role: 'status' });
  const body = h('div');
  page.found.append(h('p', { class: 'row h' }, status), body);
  const input = page.form.querySelector<HTMLInputElement>('input[name=q]');
  let opened: Promise<SearchIndex> | undefined;
  let latest = 0;

  async function show(): Promise<void> {
    const turn = ++latest;
    const state = readState(location.search);
    if (input) input.value = state.q;
    if (state.q.trim() === '') return put('');
    status.textContent = sayFirst('working');
    try {
      opened ??= page.open();
      const index = await opened;
      await learnWords(index);
      const later: Later = async () => {
        const loaded = await page.later();
        await loaded.learnWords(index);
        return loaded;
      };
      const { line, children } = await draw(index, state, { ...page, later });
      if (turn === latest) put(line, ...children);
    } catch (fault) {
      if (!(fault instanceof ShardFault)) opened = undefined;
      if (turn === latest) put(sayFault(fault), retry(show));
    }
  }

  function put(line: string, ...children: Child[]): void {
    status.textContent = line;
    body.replaceChildren(h('div', {}, ...children));
  }

  function go(address: string): void {
    history.pushState(null, '', address);
    void show();
  }

  // Facets, tables and downloads come later: what they cannot do leaves the results standing.
  addEventListener('unhandledrejection', ({ reason }) => {
    status.textContent = sayFault(reason);
  });
  addEventListener('popstate', show);
  addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.role === null) return;
    event.preventDefault();
    const sent = Object.fromEntries(new FormData(event.target));
    go(addressOf({ ...readState(''), q: String(sent.q ?? ''), c: String(sent.c ?? '') }));
  });
  page.found.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (
      !link?.getAttribute('href')?.startsWith('?') ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    go(link.href);
    page.found.scrollIntoView();
  });
  for (const choice of document.querySelectorAll('input[name=ui]'))
    choice.addEventListener('change', () => void show());
  void show();
}

const retry = (again: () => Promise<void>): HTMLElement => {
  const button = h('button', { type: 'button' }, sayFirst('retry'));
  button.addEventListener('click', () => void again());
  return h('p', { class: 'row' }, button);
};
