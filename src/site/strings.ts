import type { Names } from '../model/names.ts';

/** A phrase that counts: English needs the number to choose its form. */
type Counted = (count: number) => Names;

const both = (zh: string, en: string): Names => ({ 'zh-Hans': zh, en });
const counted =
  (zh: string, one: string, many: string): Counted =>
  (count) =>
    both(
      `${count.toLocaleString('en')}${zh}`,
      `${count.toLocaleString('en')} ${count === 1 ? one : many}`,
    );

const languageNames: Record<string, Names> = {
  zh: both('中文', 'Chinese'),
  en: both('英文', 'English'),
};

/** Every word of the interface, in every language it comes in; templates hold none of their own. */
export const strings = {
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
  aboutArchive: both('关于本档案', 'About this archive'),
  about: both('说明与方法', 'About and method'),
  sources: both('来源', 'Sources'),
  licences: both('许可', 'Licences'),
  keyboard: both('键盘', 'Keyboard'),

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
  ofAllExchanges: (count: number) =>
    both(
      `则问答，全部${count.toLocaleString('en')}则`,
      `exchanges of ${count.toLocaleString('en')}`,
    ),
  briefingsCount: counted('场发布会', 'briefing', 'briefings'),
  outletsCount: counted('家媒体', 'outlet', 'outlets'),
  separator: both('，', ', '),
  colon: both('：', ': '),

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

  // transcript
  spokesperson: both('发言人', 'Speaker'),
  contents: both('问答目录', 'Contents'),
  edition: both('版本来源', 'Edition'),
  oneWording: both('迄今只见一种文本', 'one wording seen so far'),
  wordings: (count: number) => both(`共见${count}种文本`, `${count} wordings seen`),
  changedAfter: both('发布后有变动', 'changed after publication'),
  permalink: both('本则问答的固定地址', 'Address of this exchange'),
  partial: both('节选：来源页注明并非全文', 'An extract: the page says that it is not the whole'),
  writtenAnswer: both('书面答问', 'Written answer'),
  vanished: both('来源页现已不存', 'The page is no longer at its source'),
  corrected: both('分段经人工订正', 'How its blocks are read was corrected by hand'),
  dateDisagrees: both('页面各处所载日期不一', 'The page names different days'),
  yearInferred: both('年份由另一处推知', 'The year is inferred from another place on the page'),
  damagedText: both(
    '部分文字在到达本站前已损坏',
    'Some characters were destroyed before the page reached us',
  ),
  neighbours: both('前后', 'Neighbours'),

  // exchange
  exchange: both('问答', 'Exchange'),
  exchangeOf: (place: number, count: number) =>
    both(`第${place}则，共${count}则`, `Exchange ${place} of ${count}`),
  asks: both('问', ' asks'),
  answers: both('答', ' answers'),
  comma: both('，', ', '),
  anAsker: both('记者', 'A reporter'),
  noAnswer: both('记录中没有回答', 'The record holds no answer'),
  noQuestion: both('记录中没有提问', 'The record holds no question'),
  lostLabel: both(
    '有一处发言者名称在来源页上缺失，据下文判定',
    'A label is missing on the page; the turn is told by what follows',
  ),
  sameAsker: both('提问者与上一则相同', 'The asker is that of the exchange before'),
  slight: both('短问短答：不列入索引', 'A few words and a reply: not in the indexes'),
  ourNotes: both('本站注', 'Our notes'),
  form: both('形式', 'Form'),
  byReason: both('，依据', ' by '),
  byHand: both('人工列入：', 'placed by hand: '),
  gap: both('', ', '),
  partUnasked: (part: string) =>
    both(`${part}部分没有对应的提问`, `No question is paired with part ${part}`),
  inQuestion: (count: number) =>
    both(
      `问中${count}次`,
      count === 1
        ? 'once in the question'
        : count === 2
          ? 'twice in the question'
          : `${count} times in the question`,
    ),
  inAnswer: (count: number) =>
    both(
      `答中${count}次`,
      count === 1
        ? 'once in the answer'
        : count === 2
          ? 'twice in the answer'
          : `${count} times in the answer`,
    ),
  hereBy: both('列入依据：', 'Here by '),
  partToAnswer: (part: string) => both(`${part}部分：看回答`, `Part ${part}: go to its answer`),
  partToQuestion: (part: string) =>
    both(`${part}部分：回到提问`, `Part ${part}: back to its question`),
  partAlone: (part: string) =>
    both(`${part}部分没有对应的回答`, `No answer is paired with part ${part}`),
  use: both('取用本则', 'Use this exchange'),
  copyLink: both('复制链接', 'Copy link'),
  copyQuotation: both('复制引文与出处', 'Copy quotation with citation'),
  copied: both('已复制', 'Copied'),
  cite: both('引用格式', 'Cite'),
  readInTranscript: both('在全文中阅读', 'Read it in the transcript'),
  sourcePage: both('来源页', 'Source page'),
  webArchive: both('网页存档', 'Web archive'),
  report: both('指出错误', 'Report a mistake'),

  // provenance
  provenance: both('出处', 'Provenance'),
  address: both('固定地址', 'Address'),
  partsAt: both('，各部分', ', parts '),
  source: both('来源', 'Source'),
  publisher: both('发布者', 'Publisher'),
  captured: both('采集', 'Captured'),
  importedNoTime: both(
    '以文件导入；未记录采集时间',
    'Imported from a file; the time of capture is not recorded',
  ),
  imported: both('以文件导入', 'imported from a file'),
  fetchedAt: (instant: Names) => both(`${instant['zh-Hans']}采集`, `${instant.en}`),
  captureCount: (count: number) => both(`，共${count}次`, `, ${count} captures`),
  dateFrom: both('日期依据', 'Date from'),
  dateFromTitle: both('页面标题', 'the title of the page'),
  dateFromBody: both('正文', 'the text of the page'),
  dateFromMeta: both('页面元数据', 'the metadata of the page'),
  dateFromUrl: both('页面地址', 'the address of the page'),
  takeAway: both('取用', 'Take away'),

  // views
  topic: both('议题', 'Topic'),
  outlet: both('媒体', 'Outlet'),
  speaker: both('发言人', 'Speaker'),
  year: both('年', 'Year'),
  first: both('最早', 'first'),
  last: both('最近', 'last'),
  inBriefings: counted('场发布会', 'briefing', 'briefings'),
  asPrinted: both('原文称谓', 'As printed'),
  overTime: both('时间分布', 'Over time'),
  chartCaption: (highest: number, highestAll: number) =>
    both(
      `线上为每月则数（最高${highest}），线下为全部问答（最高${highestAll}）。`,
      `Above the line exchanges listed here a month (highest ${highest}), below it all exchanges (highest ${highestAll}).`,
    ),
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
  dayNone: both('无', 'none in this archive'),

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

  // search and 404
  searchNeedsScript: both(
    '即时检索需要 JavaScript。没有它，可由议题、媒体、发言人和年份进入全部问答：',
    'Live search needs JavaScript. Without it every exchange can be reached by topic, outlet, speaker and year:',
  ),
  searchSyntax: both(
    '“…” 整句 · OR · -不含 · q: a: 只查问或答 · outlet: speaker: topic: date:2021-01..2021-03',
    '"…" exact words · OR · -not · q: a: one side only · outlet: speaker: topic: date:2021-01..2021-03',
  ),
  searchHint: both('词语、完整句子或编号', 'Words, a sentence, or an id'),
  notFound: both('此地址没有页面', 'Nothing is at this address'),
  notFoundWhy: both(
    '问答的固定地址从不失效；地址中或许有误。可检索要找的词语，或由索引进入。',
    'Addresses of exchanges never die; there may be a slip in this one. Search for its words, or start from an index.',
  ),
} as const;
