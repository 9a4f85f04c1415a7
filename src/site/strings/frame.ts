import type { Names } from '../../model/names.ts';
import { both } from './both.ts';

const languageNames: Record<string, Names> = {
  zh: both('中文', 'Chinese'),
  en: both('英文', 'English'),
};

/** Words around every page, of the home page and of search. */
export const frameStrings = {
  // frame
  lectern: both('Lectern', 'Lectern'),
  skip: both('跳到正文', 'Skip to the text'),
  archive: both('档案', 'Archive'),
  briefings: both('发布会', 'Briefings'),
  topics: both('议题', 'Topics'),
  outlets: both('媒体', 'Outlets'),
  speakers: both('发言人', 'Speakers'),
  calendar: both('日历', 'Calendar'),
  changes: both('变更', 'Changes'),
  search: both('检索', 'Search'),
  searchArchive: both('检索档案', 'Search the archive'),
  searchSaid: both('检索发言内容', 'Search what was said'),
  interfaceLanguage: both('界面语言', 'Language of the interface'),
  foot: both(
    'Lectern 按原样保存公开发布的记录及其每个版本。宋体是记录原文，黑体是本站所加。',
    'Lectern keeps the published record as it was published, every version of it. Serif is theirs; sans is ours.',
  ),
  documentation: both('Lectern 文档（英文）', 'Documentation of Lectern'),
  aboutArchive: both('关于本档案', 'About this archive'),
  about: both('说明与方法', 'About and method'),
  sources: both('来源', 'Sources'),
  licences: both('许可', 'Licences'),
  feed: both('订阅', 'Feed'),
  follow: both('订阅更新：', 'Follow:'),
  keyboard: both('键盘', 'Keyboard'),

  // home
  archiveOf: both('发布会档案', 'Archive of'),
  newest: both('最新', 'Newest'),
  allBriefings: both('全部发布会', 'All briefings'),
  allTopics: both('全部议题', 'All topics'),
  allOutlets: both('全部媒体', 'All outlets'),
  recordsIn: (languages: string[]) =>
    both(
      `，${languages.map((it) => languageNames[it]?.['zh-Hans'] ?? it).join('、')}，按原样收录。`,
      `, in ${languages.map((it) => languageNames[it]?.en ?? it).join(' and ')}, as published.`,
    ),
  lastCapture: (instant: Names) =>
    both(`最近采集于${instant['zh-Hans']}。`, ` Last capture ${instant.en}.`),
  askedIn: (month: Names) => both(`${month['zh-Hans']}问得最多`, `Asked about in ${month.en}`),
  usualShare: both('竖线为平常所占比例', 'Stroke: the usual share'),
  indexes: both('索引', 'Indexes'),

  // search and 404
  searchNeedsScript: both(
    '即时检索需要 JavaScript。没有它，可由议题、媒体、发言人和年份进入全部问答：',
    'Live search needs JavaScript. Without it every exchange can be reached by topic, outlet, speaker and year:',
  ),
  searchSyntax: both(
    '“…” 整句 · OR · -不含 · q: a: 只查问或答 · outlet: speaker: topic: date:2021-01..2021-03',
    '"…" exact words · OR · -not · q: a: one side only · outlet: speaker: topic: date:2021-01..2021-03',
  ),
  howToSearch: both('检索写法', 'How to search'),
  searchHint: both('词语、完整句子或编号', 'Words, a sentence, or an id'),
  notFound: both('此地址没有页面', 'Nothing is at this address'),
  notFoundWhy: both(
    '问答的固定地址从不失效；地址中或许有误。可检索要找的词语，或由索引进入。',
    'Addresses of exchanges never die; there may be a slip in this one. Search for its words, or start from an index.',
  ),
};
