import type { Names, UiLanguage } from '../model/names.ts';
import { type Child, type Html, html } from './html.ts';

/** The languages of the interface, in the order in which a page holds them. */
export const uiLanguages: UiLanguage[] = ['zh-Hans', 'en'];

/**
 * One phrase in every interface language; the style sheet shows the one that is chosen.
 * Both are in the page so that switching needs no second copy of the site and no script.
 */
export function say(names: Names): Child {
  if (names['zh-Hans'] === names.en) return names.en;
  const known = said.get(names) ?? each((language) => names[language]);
  said.set(names, known);
  return known;
}

/** Names of topics, places and days, and most phrases, stand on thousands of pages. */
const said = new WeakMap<Names, Html>();

/** Like `say`, for a phrase that holds markup. */
export function each(phrase: (language: UiLanguage) => Child): Html {
  const [zh, en] = [phrase('zh-Hans'), phrase('en')];
  return html`<span class="u" lang="zh-Hans">${zh}</span><span class="u" lang="en">${en}</span>`;
}
