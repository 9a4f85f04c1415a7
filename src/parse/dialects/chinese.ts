import type { ProfileInput } from '../../model/profile.ts';
import { published } from './published.ts';

/** A Chinese personal name as labels and titles print it; 此访旨 in 部长此访旨在 is none. */
const name = String.raw`(?<name>(?:(?![此将访在和同与对的是了已就答并能否可请有昨今天日后次多])\p{Script=Han}){2,4}?)`;

/** What every Chinese record shares, whatever the shape of its labels; not a dialect by itself. */
export const chinese = {
  prefixes: [
    String.raw`^▲\s*`,
    String.raw`^[（(]?[一二三四五六七八九十]{1,3}[）)、]\s*`,
    String.raw`^\d{1,2}[.、]\s*`,
  ],
  roles: {
    question: ['问', '問', '提问', '提問'],
    followUp: ['追问', '追問', '记者追问', '記者追問', '记者补充', '記者補充'],
    bare: ['记者', '記者'],
    answer: ['答', '回答'],
    asker: [
      '^(?:会后|會後)[，,]?有?(?<outlet>[^，。；？！“”]{1,30}?)?(?:记者|記者)(?:问及|問及|提问|提問|问|問)?$',
      '^(?!有|一位|一名|当时|當時|多位|许多|許多|各国|各國)(?<outlet>[^，。；？！“”]{1,30}?)(?:记者|記者)(?:提问|提問|问及|問及|[（(]?(?<followUp>追问|追問|补充|補充)[）)]?)?$',
    ],
    speaker: [
      String.raw`^[\p{Script=Han}、，]{2,40}(?:[部局司厅署院省市县行社]长|主任|主席|书记|发言人|负责人|总裁|总经理|专员|委员|大使|助理)[\s　]{1,3}(?<name>\p{Script=Han}{2,4})$`,
      String.raw`^(?:行政長官|[\p{Script=Han}]{2,6}司司長|[\p{Script=Han}]{2,8}局局長)$`,
    ],
    host: [String.raw`^主持人(?:[\s·：:]*(?<name>\p{Script=Han}{2,4}))?$`],
    roster: [
      String.raw`(?:发言人|發言人)(?!办公室|能否)[\s　]{0,2}${name}(?:大校|上校|少将|少將)?(?:主持|举行|舉行|出席|宣布|答记者问|答記者問|[、（(就在]|\d{4}年|$)`,
      String.raw`(?:部长|部長|外长|主任|局长|大使)[\s　]{0,2}${name}(?:主持|(?:举行|舉行|出席)(?:中外)?(?:记者会|記者會)|就[^。]{0,30}回答)`,
      `(?:邀请到|请到|今天请|有请|出席的有|[、：:，])[^。、：:，]{0,20}(?:部长|局长|司长|主任|主席|书记|院长|负责人|发言人)${name}(?:先生|女士|同志)`,
      `(?:发言人|發言人)(?:\\p{Script=Han}{2,4})(?:、|和)${name}(?:主持|答记者问|出席|举行)`,
      '[Ss]pokesperson (?<name>[A-Z][a-z]+ [A-Z][a-z]+)',
      String.raw`^(?:发布人|發布人|主讲人)[：:].{0,60}[\s　]${name}(?:大校|上校|少将)?$`,
      `^${name}[：:](?:各位|大家(?:下午|上午|早上|晚上)?好|女士们|女士們|欢迎)`,
      `^${name}(?:首先发布消息|说，(?:女士们|大家|各位)|說，(?:女士們|大家|各位))`,
    ],
  },
  notes: [
    { id: 'original-title', pattern: '^原标题[：:].{0,120}$', where: 'opening' },
    { id: 'asterisks', pattern: '^[*＊]{3,}$' },
    { id: 'end', pattern: '^[（(]?完[）)]?$' },
    { id: 'stage-direction', pattern: '^[（(][^（）()]{1,80}[）)]$' },
    {
      id: 'after-the-briefing',
      pattern: '^(?:会后|會後)[，,]?有?(?:记者|記者)(?:问|問|问及|提问)[：:]?$',
    },
    {
      id: 'lead-line',
      pattern: String.raw`^(?!.{0,60}将)(?=.{0,80}(?:主持|举行|舉行|出席))(?:[^，。：:]{2,20}于)?(?:\d{4}年)?\d{1,2}月\d{1,2}日.{0,100}(?:记者会|記者會|发布会)`,
      where: 'opening',
    },
    {
      id: 'date-line',
      pattern: String.raw`^\d{4}年\d{1,2}月\d{1,2}日(?:[（(]星期.[）)]|\s?星期.)?$`,
    },
    {
      id: 'full-text-follows',
      pattern: '^.{0,40}(?:全文|实录|内容)如下[：:]?$',
      where: 'opening',
    },
    {
      id: 'full-text-heading',
      pattern: '^(?:文字实录|文字實錄|以下[为為是].{0,40}(?:实录|實錄|全文))[：:]?$',
      where: 'opening',
    },
  ],
  noise: [
    {
      id: 'live-clock',
      pattern: String.raw`^\[\d{1,2}:\d{2}(?::\d{2})?\]$`,
    },
    {
      id: 'credit',
      pattern: String.raw`^[\[【（(]?(?:来源|來源|稿源|责任编辑|責任編輯|责编|编辑|校对|作者|供稿|分享到)[：:].{0,80}$`,
    },
    {
      id: 'page-tool',
      pattern: String.raw`^【\s?(?:关闭|打\s?印|關閉|第\d{1,2}[页頁])[^，。]{0,80}】$`,
    },
    {
      id: 'page-tool',
      pattern: '^(?:分享到|打印本页|扫一扫|返回顶部|輕觸這里[,，]加載下一頁).{0,20}$',
    },
    {
      id: 'date-line',
      pattern: '^(?:时间|時間|地点|地點)[：:].{0,60}$',
      where: 'opening',
    },
    {
      id: 'roster-line',
      pattern: '^(?:发布人|發布人|主讲人|主持人?|主题)[：:].{0,120}$',
      where: 'opening',
    },
  ],
  directions: ['[（(](?:笑|众笑|掌声|鼓掌|全场笑|现场播放[^（）()]{0,40}|听不清|摇头|点头)[）)]'],
  closing: [
    '^[*＊]{3,}$',
    '^[（(]?完[）)]?$',
    '^[^。！？：:]{0,24}(?:记者会|記者會|发布会|發布會|吹风会|招待会)(?:就|先)?(?:开到|開到|到)(?:此|这里|這裡|這裏)',
    String.raw`^(?:根据|鉴于|因|\d{4}年暑期).{0,60}例行记者会将.{0,60}(?:休会|暂停|恢复)`,
  ],
  dates: [
    { from: 'title', pattern: String.raw`(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日` },
    {
      from: 'title',
      pattern: String.raw`[（(](?<year>\d{4})[-.](?<month>\d{1,2})[-.](?<day>\d{1,2})[）)]`,
    },
    { from: 'title', pattern: String.raw`(?<month>\d{1,2})月(?<day>\d{1,2})日` },
    {
      from: 'body',
      pattern: String.raw`^(?:时间|時間|日期)[：:]\s*(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日`,
    },
    {
      from: 'body',
      pattern: String.raw`^(?:时间[：:]\s*|原标题[：:]\s*)?(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日(?:.{0,60}(?:记者会|記者會|发布会|星期|上午|下午)|晚[，,]|.{0,60}(?:发言人|發言人))`,
    },
    { from: 'title', pattern: String.raw`(?<year>\d{4})年(?<month>\d{1,2})月(?!\d)` },
    { from: 'url', pattern: String.raw`/t(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})_` },
    ...published,
  ],
  kinds: [
    {
      kind: 'other',
      title: '(?:休会|暂停|停开).{0,8}(?:通知|公告|安排)?$',
      reason: 'adjournment notice',
    },
    {
      kind: 'other',
      title: '^(?:高清)?(?:图片|组图|图集|圖片|組圖)[：:｜|丨]|(?:现场图片|图集|組圖|组图)$',
      reason: 'photo gallery',
    },
    { kind: 'conference', title: '记者会|記者會|发布会|發布會|吹风会|招待会|例行记者' },
    { kind: 'written-answer', title: '答记者问|答記者問|答问|书面答复|记者提问' },
    {
      kind: 'other',
      title: '发表谈话|發表談話|发表声明|宣布|声明$|谈话$',
      reason: 'a statement without questions',
    },
    { kind: 'written-answer', body: String.raw`^\s*(?:[一二三]、)?[问問][：:]` },
  ],
  partial: [
    '部分(?:实录|實錄|内容如下|内容|答问)|以下[为是](?:部分|节选|摘要|摘录)|[（(](?:节选|摘要|部分|摘录)[）)]',
  ],
  slight: 4,
  parts: {
    question: [
      '第(?<n>[一二三四五六])个?问题?(?:是)?[，,：:、]?',
      '(?:^|[。？！；：])(?:其)?(?<n>[一二三四五六])(?:是|来)?[，、]',
      '(?:^|[。？！；：])(?<n>[一二三四五六])是',
      '(?:^|[。？！；：])(?<n>首先|其次)[，,]',
      '第(?<n>[一二三四五六])(?:个|個|点|點)?[，、,]',
      '(?:另外|此外|还有|再问)?(?<last>最后)一个问题',
    ],
    answer: [
      '(?:关于|至于|对于|针对|就)?(?:你|您)?(?:所|刚才)?(?:提到|提出|提|问|问到|讲到)?的?(?:这)?第(?<n>[一二三四五六])个?(?:问题|提问)',
      '(?:关于|至于|对于)(?:你|您)?(?:的|提到的|提的|问的)?(?<last>最后)一个问题',
    ],
  },
} satisfies ProfileInput;
