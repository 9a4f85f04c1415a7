import type { Names } from '../../model/names.ts';
import { both, counted } from './both.ts';

/** Counts, and words of listings, calendars and sources. */
export const listingStrings = {
  // counts
  exchanges: counted('则问答', 'exchange', 'exchanges'),
  ofBriefings: (count: number) =>
    both(
      `共${count.toLocaleString('en')}场发布会`,
      `of ${count.toLocaleString('en')} ${count === 1 ? 'briefing' : 'briefings'}`,
    ),
  ofExchanges: (count: number) =>
    both(
      `共${count.toLocaleString('en')}则问答`,
      `of ${count.toLocaleString('en')} ${count === 1 ? 'exchange' : 'exchanges'}`,
    ),
  ofAllExchanges: (count: number, day: Names) =>
    both(
      `则问答，至${day['zh-Hans']}全部${count.toLocaleString('en')}则`,
      `exchanges of ${count.toLocaleString('en')} up to ${day.en}`,
    ),
  briefingsCount: counted('场发布会', 'briefing', 'briefings'),
  outletsCount: counted('家媒体', 'outlet', 'outlets'),
  separator: both('，', ', '),
  colon: both('：', ': '),

  // views
  topic: both('议题', 'Topic'),
  outlet: both('媒体', 'Outlet'),
  speaker: both('发言人', 'Speaker'),
  year: both('年', 'Year'),
  inBriefings: counted('场发布会', 'briefing', 'briefings'),
  asPrinted: both('原文称谓', 'As printed'),
  overTime: both('时间分布', 'Over time'),
  asTable: both('列表', 'as a table'),
  month: both('月份', 'Month'),
  listedHere: both('本页所列', 'Listed here'),
  allExchanges: both('全部问答', 'All exchanges'),
  narrow: both('另见', 'See also'),
  whoAsks: both('提问媒体', 'Who asks'),
  whoAnswers: both('回答者', 'Who answers'),
  together: both('常与之并见', 'Often together with'),
  asksAbout: both('问及', 'Asks about'),
  answersAbout: both('答及', 'Answers about'),
  byYear: both('按年', 'By year'),
  older: both('更早', 'Older'),
  newer: both('更近', 'Newer'),
  pages: both('分页', 'Pages'),
  nothingYet: both('尚无问答。', 'No exchange yet.'),
  kinds: {
    agency: both('通讯社', 'News agency'),
    newspaper: both('报纸', 'Newspaper'),
    broadcaster: both('广播电视', 'Broadcaster'),
    magazine: both('杂志', 'Magazine'),
    online: both('网络媒体', 'Online outlet'),
    other: both('媒体', 'News organization'),
  },

  // years, calendar
  years: both('年份', 'Years'),
  daysOf: (year: string) => both(`${year}年各日`, `Days of ${year}`),
  asList: both('列表', 'as a list'),
  briefingsNoun: (count: number) => both('场发布会', count === 1 ? 'briefing' : 'briefings'),
  dayHeld: both('有发布会', 'a briefing'),
  dayChanged: both('发布后有变动', 'changed after publication'),

  // sources
  rights: both('权利', 'Rights'),
  redistribute: {
    yes: both('可再传播', 'may be redistributed'),
    no: both('不可再传播', 'may not be redistributed'),
    unknown: both('能否再传播未说明', 'redistribution is not stated'),
  },
  pagesRead: both('收录页面', 'Pages read'),
  seen: both('所见特点', 'Seen on its pages'),
  checked: both('规则已用真实页面核对', 'rules checked on real pages'),
  unchecked: both('规则尚未用真实页面核对', 'rules not yet checked on real pages'),
};
