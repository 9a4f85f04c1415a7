import { openIndex, type SearchIndex } from '../../src/search/engine.ts';
import { load } from './loading/load.ts';
import { type Later, startSearchPage } from './search/page.ts';
import { sayFirst } from './search/say.ts';

/*
 * Live search. The page has, in the order of design/search.html,
 * - `form[role=search]` with `input[name=q]`; without a script it leads here with `?q=`;
 * - `#found`, empty, with `data-root`: the way from this page to the site's root, with a slash at its
 *   end, and `data-later` and `data-integrity`: the script of what is seldom needed and its digest.
 *   Everything that is found goes in there, a live region among it.
 * It asks for nothing but that script and the index's own files below `data-root`.
 */
const found = document.getElementById('found');
const form = document.querySelector<HTMLFormElement>('form[role=search]');

if (found && form) {
  const { root = '../', later: path = '', integrity } = found.dataset;
  const later: Later = load(path, integrity);
  if ('DecompressionStream' in window && 'at' in Array.prototype)
    startSearchPage({ found, form, root, open: () => open(root, later), later });
  else found.append(sayFirst('old'));
}

/** The index behind the site's root; its files are named by their content, but for the directory. */
function open(root: string, later: Later): Promise<SearchIndex> {
  return openIndex(async (path) => {
    const response = await fetch(root + path, path.endsWith('.json') ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }, later);
}
