import { countScripts } from './script.ts';

/**
 * The language of a paragraph by its script, where it is not the page's own; null where it is.
 *
 * `zh` without a script subtag, because a few characters do not tell simplified from traditional;
 * `und-Latn` for Latin letters with accents, which are hardly English.
 */
export function languageOf(text: string, own: string): string | null {
  const { latin, han, kana, hangul, other } = countScripts(text);
  const [base] = own.split('-');
  if (kana + hangul + han === 0) {
    const isLatin = latin >= 8 && other === 0 && /\p{L}\s+\p{L}+\s+\p{L}/u.test(text);
    const latinPage = !['zh', 'ja', 'ko', 'ru', 'ar'].includes(base ?? '');
    if (!isLatin || latinPage) return null;
    return /^\p{ASCII}*$/u.test(text.replace(/[“”‘’—–…]/gu, '')) ? 'en' : 'und-Latn';
  }
  // A line of Japanese may hold Han characters alone: 令和三年三月四日.
  const script = hangul > han ? 'ko' : kana > 0 || base === 'ja' ? 'ja' : 'zh';
  return script === base || han + kana + hangul < latin / 5 ? null : script;
}
