import type { SearchIndex } from '../../../src/search/engine.ts';
import { fillIn, quoted } from '../../../src/search/fill-in.ts';
import type { Notice } from '../../../src/search/query.ts';
import type { Word, Words } from '../../../src/search/words.ts';

/** What the page must be able to say when nothing has come yet: Chinese, English. */
const first = {
  working: ['检索中…', 'Searching…'],
  failed: ['检索未能完成：%1', 'The search did not come through: %1'],
  retry: ['重试', 'Try again'],
  old: ['此浏览器过旧，无法即时检索。', 'This browser is too old for live search.'],
} satisfies Record<string, [zh: string, en: string]>;

let words: Partial<Words> = {};

/** Fetches the page's own words in the reader's language. */
export async function learnWords(index: SearchIndex): Promise<void> {
  words = await index.words(uiLanguage());
}

export type Language = 'zh-Hans' | 'en';

/** The language that the reader has chosen for the site's own words. */
export const uiLanguage = (): Language =>
  (document.documentElement.dataset.ui ?? document.documentElement.lang) === 'en'
    ? 'en'
    : 'zh-Hans';

/** A phrase of the page with its values put in. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  fillIn(words[word] ?? '', values);

/** A phrase that needs no file. */
export const sayFirst = (word: keyof typeof first, ...values: string[]): string =>
  fillIn(first[word][uiLanguage() === 'en' ? 1 : 0], values);

/** What a notice tells the reader. */
export const sayNotice = ({ key, about }: Notice): string => say(key, quoted(about));

/** A count, grouped as the reader's language does it. */
export const count = (value: number): string => value.toLocaleString(uiLanguage());

/** A share as a percentage with one digit behind the point. */
export const share = (part: number, all: number): string =>
  (all === 0 ? 0 : part / all).toLocaleString(uiLanguage(), {
    style: 'percent',
    maximumFractionDigits: 1,
  });

/** A day as people write it. */
export const day = (date: string): string =>
  new Date(date).toLocaleDateString(uiLanguage(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
