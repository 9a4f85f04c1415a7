/** Every pattern below needs one of these; one page in a hundred has any. */
const suspicious = /[\ufffd\p{Co}\p{Cc}ÃÂæåçè]|[\p{Script=Han}?][(;；]/u;

const damage = new RegExp(
  [
    '[\\ufffd\\p{Co}]|(?![\\t\\n\\r\\u0085])\\p{Cc}',
    '[ÃÂ][\\u0080-\\u00bf]|[æåçè][\\u0080-\\u00bf]{2}',
    '\\p{Script=Han}\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\\)',
    '\\?[;；]\\p{Script=Han}',
  ].join('|'),
  'u',
);

/**
 * Whether characters of a text were destroyed before the page reached us: replacement characters,
 * control characters, UTF-8 read as Latin-1, pinyin in brackets behind Han (發(fā)言人).
 */
export const isDamaged = (text: string): boolean => suspicious.test(text) && damage.test(text);
