import { load } from './loading/load.ts';

/*
 * Links that quote: select words of a record, and a link to them is offered; open one, and the page marks
 * the words or says what became of them. What does so is loaded when words are selected or such a link is
 * opened, from where this script's own `data-later` and `data-integrity` say. The record's words stand in
 * `[data-version]`, the first digits of its wording's digest; where it has more than one, `data-wordings`
 * leads to their words and `data-changed` to the page that sets them side by side. Without a script
 * browsers find the words by the link's text fragment.
 */
const { later = '', integrity } = document.currentScript?.dataset ?? {};
const quoting = load<typeof import('./quoting.ts')>(later, integrity);

let waiting = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    const offered = document.documentElement.dataset.quoted !== undefined;
    if (offered || !getSelection()?.isCollapsed) void quoting().then((it) => it.offerLink());
  }, 150);
});

function open(): void {
  if (location.hash.startsWith('#quote=')) void quoting().then((it) => it.openQuote());
}
open();
addEventListener('hashchange', open);
