import type { Names } from '../model/names.ts';

const displays = {
  'zh-Hans': new Intl.DisplayNames('zh-Hans', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
};

/** What CLDR calls a territory (ISO 3166-1); a code that it cannot read stays as it is. */
export function placeNames(code: string): Names {
  const name = (language: keyof Names) =>
    /^[A-Z]{2}$/.test(code) ? (displays[language].of(code) ?? code) : code;
  return { 'zh-Hans': name('zh-Hans'), en: name('en') };
}
