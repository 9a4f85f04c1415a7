import { countScripts } from '../script.ts';

/** Characters that only one of the two scripts of Chinese has, from the commonest hundred of each. */
const simplified = /[们这国问题对关于发为会说进过时间见现实当应该设边东业]/gu;
const traditional = /[們這國問題對關於發為會說進過時間見現實當應該設邊東業]/gu;

/**
 * The language of a page as a BCP 47 tag: by script where the script tells, else as the page says,
 * else English.
 */
export function proposeLanguage(text: string, declared: string | undefined): string {
  const { latin, han, kana, hangul } = countScripts(text);
  if (hangul > latin / 2) return 'ko';
  if (kana > han / 10 && kana > latin / 2) return 'ja';
  if (han > latin / 4) {
    const count = (characters: RegExp) => text.match(characters)?.length ?? 0;
    return count(traditional) > count(simplified) ? 'zh-Hant' : 'zh-Hans';
  }
  const base = /^[a-z]{2,3}/.exec(declared?.toLowerCase() ?? '')?.[0];
  return base === undefined || ['zh', 'ja', 'ko'].includes(base) ? 'en' : base;
}
