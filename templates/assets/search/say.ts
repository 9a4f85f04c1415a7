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

/** Ways to write numbers and days: one takes as long to make as to use a hundred times. */
const waysOf = (language: Language) => ({
  count: new Intl.NumberFormat(language),
  share: new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 }),
  day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
});
let ways = waysOf('en');

/** Fetches the page's own words in the reader's language, and learns how it writes numbers. */
export async function learnWords(index: SearchIndex): Promise<void> {
  words = await index.words(uiLanguage());
  ways = waysOf(uiLanguage());
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

/** Why something did not come. */
export const sayFault = (fault: unknown): string =>
  sayFirst('failed', fault instanceof Error ? fault.message : '');

/** What a notice tells the reader. */
export const sayNotice = ({ key, about }: Notice): string => say(key, quoted(about));

/** A count, grouped as the reader's language does it. */
export const count = (value: number): string => ways.count.format(value);

/** A share as a percentage, in two digits however small it is. */
export const share = (part: number, all: number): string =>
  ways.share.format(all === 0 ? 0 : part / all);

/** A day as people write it. */
export const day = (date: string): string => ways.day.format(new Date(date));
