import { longest } from './parse-query.ts';
import type { NoticeKey } from './query.ts';

/** The words of the search page, Chinese and English; `%1` stands for the first value. */
export const pageWords = {
  found: ['%1 条，占全部 %3 条的 %2', '%1 exchanges, %2 of %3'],
  none: ['没有问答说到', 'No exchange says this'],
  searched: ['已查至 %2 的全部 %1 条。', 'All %1 exchanges up to %2 were searched.'],
  less: ['减少条件可得', 'Found with less'],
  names: ['名称', 'Names'],
  newest: ['由新到旧', 'Newest first'],
  oldest: ['由旧到新', 'oldest first'],
  relevance: ['按相关度', 'by relevance'],
  list: ['问答', 'Exchanges'],
  lines: ['逐行语境', 'every hit on a line'],
  left: ['逐行，按前文排', 'lines by the words before'],
  right: ['逐行，按后文排', 'lines by the words after'],
  download: ['下载：', 'Download: '],
  counts: ['条数', 'counts'],
  share: ['占比', 'share'],
  rate: ['每万字次数', 'per 10,000 characters'],
  chart: ['各月命中的问答，对照全部问答', 'Exchanges found by month, against all exchanges'],
  caption: [
    '线上为命中（每月最高 %1），线下为全部问答（最高 %2）。',
    'Above the line what was found by month (highest %1), below it all exchanges (highest %2). ',
  ],
  table: ['表格', 'as a table'],
  month: ['月', 'Month'],
  all: ['全部', 'All'],
  compare: ['与其他词语比较', 'Compare with other words'],
  compareWith: ['要比较的词语，用逗号隔开', 'Words to compare, by commas'],
  compareDo: ['比较', 'Compare'],
  compared: [
    '各月占全部问答的比例，最高 %1。',
    'Share of all exchanges of the month, %1 at the top.',
  ],
  year: ['年份', 'Year'],
  topic: ['议题', 'Topic'],
  outlet: ['媒体', 'Outlet'],
  speaker: ['发言人', 'Speaker'],
  source: ['来源', 'Source'],
  narrow: ['缩小范围', 'Narrow the search'],
  range: ['第 %1 至 %2 条，共 %3 条', '%1 to %2 of %3'],
  next: ['下一页 →', 'Next →'],
  back: ['← 上一页', '← Back'],
  chartBy: ['图表：', 'Chart: '],
  pages: ['结果分页', 'Pages of results'],
  statement: ['声明', 'Statement'],
  firstLines: ['前 %2 条中的 %1 处', '%1 places in the first %2 exchanges'],
} satisfies Record<string, [zh: string, en: string]>;

/** What each notice tells the reader; `%1` stands for the words it is about. */
export const noticeWords: Record<NoticeKey, [zh: string, en: string]> = {
  'too-long': [
    `查询有 %1 个字符，最多 ${longest} 个。请只搜其中几个词。`,
    `The query has %1 characters; at most ${longest} are read. Search for a few words of it.`,
  ],
  'too-many': ['只读取了查询的前 %1 个词。', 'Only the first %1 words of the query were read.'],
  'only-symbols': [
    '“%1”中没有可搜索的字、字母或数字。',
    '“%1” has no letter, digit or Han character to search for.',
  ],
  'empty-label': ['%1: 的冒号后面须紧跟一个词。', '%1: needs a word right behind the colon.'],
  'unknown-label': [
    '“%1:” 不是标签，已按文字搜索。标签有 q: a: outlet: speaker: topic: source: lang: date:',
    '“%1:” is not a label and was searched as words. Labels: q: a: outlet: speaker: topic: source: lang: date:',
  ],
  'bad-date': [
    '“%1”不是日期。请写 date:2021、date:2021-01、date:2021-01-28 或 date:2021-01..2021-06。',
    '“%1” is not a date. Write date:2021, date:2021-01, date:2021-01-28 or date:2021-01..2021-06.',
  ],
  unbalanced: [
    '“%1”前的引号没有配对，已读到末尾。',
    'The quotation mark before “%1” has no partner; the quotation was read to the end.',
  ],
  'no-operand': [
    '%1 的两边都须有词（NEAR 两边不能是标签），已略去。',
    '%1 needs a word on both sides (NEAR: words, not labels); it was left out.',
  ],
  parentheses: [
    '括号不起分组作用：OR 连接它两边的词。',
    'Parentheses do not group: OR joins the two words beside it.',
  ],
  star: ['“%1”中的星号只在词尾起作用。', 'In “%1” the star counts only at the end of a word.'],
  'short-prefix': [
    '“%1”的星号前至少要有两个字母，已按整词搜索。',
    '“%1” needs at least two letters before the star; it was searched as a whole word.',
  ],
  'broken-character': [
    '查询中有残缺的字符（半个代理对），任何文本都不会有。',
    'The query holds a broken character (half of a pair), which no text has.',
  ],
  'unknown-value': ['本档案中没有“%1”这个名称。', 'The archive knows nothing by the name “%1”.'],
};

/** A phrase that the search page says. */
export type Word = keyof typeof pageWords | NoticeKey;

/** Every phrase in one language: a file of the index, so that the script need not carry both. */
export type Words = Record<Word, string>;

/** The phrases of a language of the site. */
export function wordsIn(language: 'zh-Hans' | 'en'): Record<string, string> {
  const place = language === 'en' ? 1 : 0;
  const all = Object.entries({ ...pageWords, ...noticeWords });
  return Object.fromEntries(all.map(([word, both]) => [word, both[place]]));
}
