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

/** Why something did not come. */
export const sayFault = (fault: unknown): string =>
  sayFirst('failed', fault instanceof Error ? fault.message : '');

/** What a notice tells the reader. */
export const sayNotice = ({ key, about }: Notice): string => say(key, quoted(about));

/** Makes a formatter once a language: making one takes as long as using it a hundred times. */
function once<Format>(make: (language: Language) => Format): () => Format {
  const made = new Map<Language, Format>();
  return () => {
    const language = uiLanguage();
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

const counts = once((language) => new Intl.NumberFormat(language));
const shares = once(
  (language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
);
const days = once(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
);

/** A count, grouped as the reader's language does it. */
export const count = (value: number): string => counts().format(value);

/** A share as a percentage with one digit behind the point. */
export const share = (part: number, all: number): string =>
  shares().format(all === 0 ? 0 : part / all);

/** A day as people write it. */
export const day = (date: string): string => days().format(new Date(date));
