import type { Names } from '../../model/names.ts';
import { both } from './both.ts';

/** Words about one record: its heading, its parts, where it comes from. */
export const recordStrings = {
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
  gap: both('', ' '),
  alsoSaid: both('、', ' and '),
  nextReason: both('；', '; '),
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
  inTitle: both('见于标题', 'in the title of the briefing'),
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
  otherStyles: both('其他格式', 'Other styles'),
  copyCitation: both('复制', 'Copy'),
  forPrograms: both(
    '供文献管理软件使用，含本场各则问答：',
    'For reference managers, with every exchange of this record: ',
  ),
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
  asData: both('数据文件', 'As data'),
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
};
