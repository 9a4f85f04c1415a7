import type { Names } from '../model/names.ts';

/** Queries as readers may type them, and what such queries find. */
export interface SearchExample {
  typed: string[];
  finds: Names;
}

const example = (typed: string[], zh: string, en: string): SearchExample => ({
  typed,
  finds: { 'zh-Hans': zh, en },
});

/** How to search: the table of the search page and of docs/search.md. */
export const searchHelp: SearchExample[] = [
  example(
    ['气候变化'],
    '相连的这几个字，不论词典如何切分',
    'these characters side by side, wherever a dictionary would cut them',
  ),
  example(['climate'], '整个词，不分大小写', 'the whole word, in any case'),
  example(
    ['clim*'],
    '以此开头的词（至少两个字母）',
    'every word that begins so (two letters or more)',
  ),
  example(['"climate change"'], '原样的整句', 'the words as they stand'),
  example(['气候 能源'], '同一则问答中两者都有', 'both, in the same exchange'),
  example(
    ['气候 OR 能源'],
    '有其一即可；OR 连接它两边的词',
    'either; OR joins the two words beside it',
  ),
  example(['气候 -能源'], '有前者而无后者', 'the first without the second'),
  example(
    ['气候 NEAR/20 能源'],
    '在同一方的话里，相隔至多 20 字；只写 NEAR 即 40 字',
    'both on one side, at most 20 characters between them; NEAR alone means 40',
  ),
  example(['q:气候', 'a:能源'], '只查提问，只查回答', 'in questions, in answers'),
  example(
    ['outlet:路透社', 'speaker:"zhao lijian"', 'topic:climate-change', 'source:mfa-zh'],
    '媒体、发言人、议题、来源，名称的任何写法皆可，拼音也可',
    'by outlet, speaker, topic, source: any form of the name, pinyin among them',
  ),
  example(
    ['lang:zh', 'kind:statement'],
    '按语言；只查声明',
    'by language; opening statements only',
  ),
  example(
    ['date:2021', 'date:2021-03..2021-06', 'date:2021-03-14..'],
    '按年、月、日；两端皆可不写',
    'by year, month or day; either end may be open',
  ),
];
