import type { Names } from '../../model/names.ts';
import { both, counted } from './both.ts';

/** Words of the pages of topics, outlets, speakers, months and days. */
export const viewStrings = {
  firstOn: (day: Names) => both(`最早${day['zh-Hans']}`, `first ${day.en}`),
  lastOn: (day: Names) => both(`最近${day['zh-Hans']}`, `last ${day.en}`),
  topicIn: both('上级议题', 'Topic in'),
  parts: both('所含议题', 'Its parts'),
  inParts: both('问答列在所含议题之下。', 'Exchanges are listed under its parts.'),
  related: both('相关：', 'Related:'),
  readFrom: both('按年阅读', 'Read from'),

  // chart
  chartCaption: (highest: string, highestAll: string, years: boolean) =>
    both(
      `线上为本页所列，每${years ? '年' : '月'}最多${highest}则；线下为全部问答，每${years ? '年' : '月'}最多${highestAll}则。`,
      `Above the line exchanges listed here a ${years ? 'year' : 'month'} (highest ${highest}), below it all exchanges (highest ${highestAll}).`,
    ),
  chartGaps: both('虚线：本档案没有记录。', ' Dashed: nothing in this archive.'),
  usualOfOutlets: both(
    '占其提问的比例。竖线：所有媒体的平均',
    'Share of its questions. Stroke: the average of all outlets',
  ),
  usualOfAll: both(
    '占其回答的比例。竖线：全部问答的平均',
    'Share of the answers. Stroke: the average of all exchanges',
  ),

  average: (share: string) => both(`平均${share}`, `average ${share}`),

  // speakers
  answersOn: both('发言日期', 'Days'),
  spoke: (from: Names, to: Names, days: number) =>
    from.en === to.en
      ? both(from['zh-Hans'], from.en)
      : both(
          `${from['zh-Hans']}至${to['zh-Hans']}，共${days}天`,
          `${from.en} to ${to.en}, on ${days} days`,
        ),
  spokeNote: both(
    '据本档案的记录；间隔半年以上的分列。',
    'By the record in this archive; half a year without a day parts two spans.',
  ),

  // topics without and with exchanges
  unplaced: both('未归入议题', 'Not placed'),
  unplacedTitle: both('未归入任何议题的问答', 'Exchanges that no topic lists'),
  unplacedNote: both(
    '没有哪个议题的词语足以把这些问答列入。短问和追问居多。',
    'The words of these exchanges say too little for any topic; many are short or follow another question.',
  ),
  otherTopics: both('其他议题', 'Other topics'),

  // months and calendar
  askedAbout: both('问得最多', 'Asked about most'),
  usualUntil: both('竖线：到当月为止的平均比例', 'Stroke: the average share until then'),
  calendarNote: both(
    '惯常的日子：同一机构、当年同一星期几的日子里，半数以上有发布会。本档案没有，不等于没有举行。',
    'A usual day: of a weekday on which the same institution has a briefing in half of the year’s weeks or more. What this archive lacks may have been held.',
  ),
  usualDays: (weekdays: Names) => both(`惯常：${weekdays['zh-Hans']}`, `Usual: ${weekdays.en}`),
  noUsualDays: both('没有惯常的日子', 'No usual days'),
  daysHeld: counted('天有发布会', 'day with a briefing', 'days with a briefing'),
  allHeld: both('惯常的日子本档案都有', 'this archive has every usual day'),
  lacking: both('惯常而本档案没有：', 'Usual, and none in this archive:'),
  dayNone: both('本档案没有', 'none in this archive'),
  dayMissing: both('惯常有发布会的日子，本档案没有', 'a usual day, none in this archive'),
  missingCount: (count: number) =>
    both(
      `${count}个惯常有发布会的日子，本档案没有`,
      `${count} usual ${count === 1 ? 'day' : 'days'} without a briefing in this archive`,
    ),
  changedCount: (count: number) =>
    both(`${count}场发布后有变动`, `${count} changed after publication`),
  noneFrom: (from: Names, to: Names) =>
    both(`${from['zh-Hans']}至${to['zh-Hans']}`, `${from.en} to ${to.en}`),
  longGaps: both('一周以上没有发布会：', 'More than a week without a briefing:'),
};
