import { longest } from './parse-query.ts';
import type { Notice, NoticeKey } from './query.ts';

/** What each notice says, in each language of the site; `%` stands for the words it is about. */
const texts: Record<NoticeKey, { en: string; 'zh-Hans': string }> = {
  'too-long': {
    en: `The query has % characters; at most ${longest} are read. Search for a few words of it.`,
    'zh-Hans': `查询有 % 个字符，最多 ${longest} 个。请只搜其中几个词。`,
  },
  'too-many': {
    en: 'Only the first % words of the query were read.',
    'zh-Hans': '只读取了查询的前 % 个词。',
  },
  'only-symbols': {
    en: '“%” has no letter, digit or Han character to search for.',
    'zh-Hans': '“%”中没有可搜索的字、字母或数字。',
  },
  'empty-label': {
    en: '%: needs a word right behind the colon.',
    'zh-Hans': '%: 的冒号后面须紧跟一个词。',
  },
  'unknown-label': {
    en: '“%:” is not a label and was searched as words. Labels: q: a: outlet: speaker: topic: source: lang: date:',
    'zh-Hans':
      '“%:” 不是标签，已按文字搜索。标签有 q: a: outlet: speaker: topic: source: lang: date:',
  },
  'bad-date': {
    en: '“%” is not a date. Write date:2021, date:2021-01, date:2021-01-28 or date:2021-01..2021-06.',
    'zh-Hans':
      '“%”不是日期。请写 date:2021、date:2021-01、date:2021-01-28 或 date:2021-01..2021-06。',
  },
  unbalanced: {
    en: 'The quotation mark before “%” has no partner; the quotation was read to the end.',
    'zh-Hans': '“%”前的引号没有配对，已读到末尾。',
  },
  'no-operand': {
    en: '% needs a word on both sides (NEAR: words, not labels); it was left out.',
    'zh-Hans': '% 的两边都须有词（NEAR 两边不能是标签），已略去。',
  },
  parentheses: {
    en: 'Parentheses do not group: OR joins the two words beside it.',
    'zh-Hans': '括号不起分组作用：OR 连接它两边的词。',
  },
  star: {
    en: 'In “%” the star counts only at the end of a word.',
    'zh-Hans': '“%”中的星号只在词尾起作用。',
  },
  'short-prefix': {
    en: '“%” needs at least two letters before the star; it was searched as a whole word.',
    'zh-Hans': '“%”的星号前至少要有两个字母，已按整词搜索。',
  },
  'broken-character': {
    en: 'The query holds a broken character (half of a pair), which no text has.',
    'zh-Hans': '查询中有残缺的字符（半个代理对），任何文本都不会有。',
  },
  'unknown-value': {
    en: 'The archive knows nothing by the name “%”.',
    'zh-Hans': '本档案中没有“%”这个名称。',
  },
};

/** What a notice tells the reader, as one sentence. */
export function noticeText({ key, about }: Notice, language: 'en' | 'zh-Hans'): string {
  const shown = about.length > 40 ? `${about.slice(0, 40)}…` : about;
  return texts[key][language].replace('%', () => shown);
}
