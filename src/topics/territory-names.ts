import type { Names, UiLanguage } from '../model/names.ts';
import { comparable } from './comparable.ts';
import { territoriesIn } from './regions.ts';

type Style = 'long' | 'short';

const cldr = (language: UiLanguage, style: Style) =>
  new Intl.DisplayNames(language, { type: 'region', style });
const displays = {
  'zh-Hans': { long: cldr('zh-Hans', 'long'), short: cldr('zh-Hans', 'short') },
  en: { long: cldr('en', 'long'), short: cldr('en', 'short') },
};

/** What CLDR calls a territory (ISO 3166-1) in lists. */
export const namesOf = (territory: string): Names => ({
  'zh-Hans': name(territory, 'zh-Hans', 'long'),
  en: name(territory, 'en', 'long'),
});

/** The ways a text may say a territory's name in a language, each once, by what CLDR has. */
export function formsOf(territory: string, language: UiLanguage): string[] {
  const forms = (['long', 'short'] as const).flatMap((style) => {
    const form = name(territory, language, style);
    const plain = form.normalize('NFD').replace(/\p{M}/gu, '');
    const spelt = [form, plain].map((each) => each.replace('&', 'and').replace('St. ', 'Saint '));
    return [form, plain, ...spelt];
  });
  // Two letters such as US are words of other meanings when case is folded.
  return [...new Set(forms)].filter((form) => !/^[A-Z]{2}$/u.test(form));
}

/** The names of other territories inside which one of these forms stands, such as 南苏丹 for 苏丹. */
export function longerNames(forms: readonly string[], language: UiLanguage): string[] {
  const shorter = forms.map(comparable);
  return everyForm[language].filter(
    (name) => !shorter.includes(name) && shorter.some((form) => name.includes(form)),
  );
}

const name = (territory: string, language: UiLanguage, style: Style): string =>
  displays[language][style].of(territory) ?? territory;

const formsOfAll = (language: UiLanguage): string[] =>
  territoriesIn('001').flatMap((territory) => formsOf(territory, language).map(comparable));

const everyForm = { 'zh-Hans': formsOfAll('zh-Hans'), en: formsOfAll('en') };
