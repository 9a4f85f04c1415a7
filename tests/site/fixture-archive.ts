import type { Archive } from '../../src/model/archive.ts';
import type { Outlet } from '../../src/model/outlet.ts';
import { source as sourceSchema } from '../../src/model/source.ts';
import type { Placement, Topic } from '../../src/model/topic.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import { wordsOf } from '../../src/model/words.ts';
import { answers, asks, exchange, names, note, record, states, words } from './making.ts';

const barrier = '请问潮汐闸的春季检修何时开始？第二，检修期间内港渡轮是否停航？';
const barrierAnswer = [
  '关于第一个问题。潮汐闸的春季检修将于4月3日开始，预计持续九天。',
  '检修人员已经到位。',
  '关于第二个问题。内港渡轮照常运行。',
];

const inChinese = record({
  id: 'cal-zh/2031-03-14',
  title: '3月14日新闻办公室发言人岑若澜主持例行吹风会',
  children: [
    note('会前，发言人介绍了灯塔日的安排。'),
    states('岑若澜', '岑若澜', '各位下午好。今年的灯塔日定在四月的第一个星期日。'),
    exchange('cal-zh/2031-03-14/1', [
      asks('灯塔电视台记者', 'lantern-tv', '灯塔日纪念活动今年是否对公众开放？'),
      answers('岑若澜', '岑若澜', '对公众开放，详情见公告。'),
    ]),
    exchange(
      'cal-zh/2031-03-14/2',
      [asks('潮讯社记者', 'tidewire', barrier), answers('岑若澜', '岑若澜', ...barrierAnswer)],
      {
        parts: [
          {
            id: 'a',
            question: [{ turn: 0, paragraph: 0, start: 0, end: 15 }],
            answer: [0, 1].map((paragraph) => ({
              turn: 1,
              paragraph,
              start: 0,
              end: barrierAnswer[paragraph]?.length ?? 0,
            })),
          },
          {
            id: 'b',
            question: [{ turn: 0, paragraph: 0, start: 15, end: barrier.length }],
            answer: [{ turn: 1, paragraph: 2, start: 0, end: barrierAnswer[2]?.length ?? 0 }],
          },
        ],
      },
    ),
    exchange('cal-zh/2031-03-14/2a', [
      asks('某报记者', null, '有消息说港口费将上调，能否证实？'),
      answers(
        '岑若澜',
        '岑若澜',
        words('请看公告及原文。', {
          spans: [
            { kind: 'link', start: 2, end: 4, url: 'https://press.caldmere.example/n/1' },
            { kind: 'emphasis', start: 5, end: 7 },
          ],
        }),
      ),
    ]),
    exchange(
      'cal-zh/2031-03-14/3',
      [asks('潮讯社记者', 'tidewire', '谢谢。'), answers('岑若澜', '岑若澜', '不客气。')],
      { flags: ['slight', 'same-asker'] },
    ),
    note('会后，有记者问及渡轮班次。'),
    exchange('cal-zh/2031-03-14/4', [asks('潮讯社记者', 'tidewire', '夏季班次是否减少？')], {
      flags: ['no-answer'],
    }),
  ],
});

const changed = record({
  id: 'cal-zh/2031-03-14-2',
  title: '3月14日新闻办公室就港口费举行专场吹风会',
  spokespersons: ['岑若澜', '陶以宁'],
  versions: [
    { id: 'v1', digest: 'd'.repeat(64), captures: ['a'.repeat(64)] },
    { id: 'v2', digest: 'e'.repeat(64), captures: ['c'.repeat(64)] },
  ],
  flags: ['date-disagrees'],
  children: [
    exchange('cal-zh/2031-03-14-2/1', [
      asks('海港报', 'harbour-post', '潮汐闸的加高工程由谁出资？'),
      answers('陶以宁', '陶以宁', '由港务局出资。'),
      note('（翻译中断）'),
      answers(
        '岑若澜',
        '岑若澜',
        words('I would add one sentence in English.', { language: 'en' }),
      ),
    ]),
  ],
});

const winter =
  'Two questions, if I may. Will the winter timetable be kept? And who decides about the last boat?';

const inEnglish = record({
  id: 'cal-en/2031-03-13',
  title: 'Briefing by the Spokesperson, 13 March 2031',
  partial: true,
  children: [
    states('MS. MARROW', 'Ilse Marrow', 'Good afternoon. The tidal barrier opens at noon.'),
    exchange(
      'cal-en/2031-03-13/1',
      [
        asks('North Quay Radio', 'north-quay-radio', winter),
        answers(
          'MS. MARROW',
          'Ilse Marrow',
          'It is kept until the thirtieth.',
          'The first boat leaves a quarter of an hour earlier.',
        ),
        asks('Q', null, 'And if the train is late?'),
        note('(Laughter.)'),
        answers(
          'MS. MARROW',
          'Ilse Marrow',
          words('Then I shall be on the quay with you. (Laughter.)', {
            spans: [{ kind: 'direction', start: 37, end: 49 }],
          }),
          note('(Applause.)'),
        ),
      ],
      {
        parts: [
          {
            id: 'a',
            question: [{ turn: 0, paragraph: 0, start: 25, end: 59 }],
            answer: [
              { turn: 1, paragraph: 0, start: 0, end: 31 },
              { turn: 1, paragraph: 1, start: 0, end: 51 },
            ],
          },
          {
            id: 'b',
            question: [{ turn: 0, paragraph: 0, start: 59, end: winter.length }],
            answer: [],
          },
        ],
      },
    ),
    exchange('cal-en/2031-03-13/2', [
      asks('Q', null, 'Is the cod quota settled?'),
      answers('MS. MARROW', 'Ilse Marrow', 'I have nothing to add.'),
    ]),
  ],
});

const written = record({
  id: 'cal-en/2030-11-02-w',
  kind: 'written-answer',
  title: 'Written answer on the third lighthouse',
  dateFrom: 'body',
  captures: [{ sha256: 'f'.repeat(64), url: 'https://press.caldmere.example/w', how: 'imported' }],
  children: [
    exchange('cal-en/2030-11-02-w/1', [
      asks('Harbour Post', 'harbour-post', 'Why was the third lighthouse moved?'),
      answers('Spokesperson', null, 'Its ground was moving too.'),
    ]),
  ],
});

/** Enough days that a listing needs leaves and a chart: one briefing a week of 2029. */
const weekly = Array.from({ length: 50 }, (_, week) => {
  const date = new Date(Date.UTC(2029, 0, 2 + 7 * week)).toISOString().slice(0, 10);
  const ask = (n: number) =>
    exchange(`cal-zh/${date}/${n}`, [
      asks('潮讯社记者', 'tidewire', `第${week + 1}周的潮汐闸开启时间有无变化？`),
      answers('岑若澜', '岑若澜', `没有变化。第${week + 1}周照常开启${n}次。`),
    ]);
  return record({ id: `cal-zh/${date}`, title: `${date} 例行吹风会`, children: [ask(1), ask(2)] });
});

const topic = (id: string, zh: string, en: string): Topic => ({
  id,
  names: names(zh, en),
  phrases: { zh: [zh], en: [en.toLowerCase()] },
  description: `${zh}的情况。\n\n***\n\nThe subject of ${en.toLowerCase()} in **Caldmere**.`,
  path: `topics/${id}.md`,
});

function placement({ id, children }: Exchange, topic: Topic): Placement | null {
  const phrase = topic.names['zh-Hans'];
  const reasons = children.flatMap((child) => {
    if (child.type !== 'turn') return [];
    const times = wordsOf(child).split(phrase).length - 1;
    const side = child.kind === 'question' ? ('question' as const) : ('answer' as const);
    return times > 0 ? [{ phrase, side, times, strength: times }] : [];
  });
  return reasons.length > 0 ? { topic: topic.id, exchange: id, strength: 1, reasons } : null;
}

/** Places by the Chinese name or its English twin, as the real rule would. */
function placed(transcripts: Transcript[], topics: Archive['topics']): Archive['placements'] {
  const placements = new Map<string, Placement[]>();
  for (const { children } of transcripts) {
    for (const child of children) {
      if (child.type !== 'exchange') continue;
      const found = [...topics.values()].flatMap((it) => placement(child, it) ?? []);
      if (found.length > 0) placements.set(child.id, found);
    }
  }
  return placements;
}

const outlet = (id: string, zh: string, en: string): Outlet => ({
  id,
  names: names(zh, en),
  aliases: [],
  place: 'CM',
  kind: 'newspaper',
});

const source = (id: string, zh: string, en: string, language: string) =>
  sourceSchema.parse({
    id,
    institution: 'cal-press',
    names: names(zh, en),
    publisher: en,
    language,
    timeZone: 'Europe/Lisbon',
    verified: true,
    urls: ['press.caldmere.example/*'],
    dialect: 'colon',
    rights: {
      statement: 'Open government licence of Caldmere',
      url: 'https://press.caldmere.example/rights',
      redistribute: 'yes',
    },
    seen: [{ date: '2031-01-01', what: 'Labels in capitals' }],
  });

const byId = <Thing extends { id: string }>(...things: Thing[]): Map<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** The press office of Caldmere, a state that does not exist, with every kind of node that a page can hold. */
export function fixtureArchive(more: Transcript[] = []): Archive {
  const transcripts = [...weekly, written, inEnglish, inChinese, changed, ...more].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  const topics = byId(
    topic('tidal-barrier', '潮汐闸', 'Tidal barrier'),
    topic('harbour-dues', '港口费', 'Harbour dues'),
    topic('cod', '鳕鱼', 'Cod quota'),
  );
  return {
    site: {
      title: names('卡尔德米尔吹风会档案', 'Briefings of Caldmere'),
      description: names('虚构国家的虚构档案。', 'An invented archive of an invented state.'),
      language: 'en',
      url: 'https://archive.caldmere.example/press/',
      contact: 'archive@caldmere.example',
    },
    institutions: byId({
      id: 'cal-press',
      names: names('卡尔德米尔共和国新闻办公室', 'Press Office of Caldmere'),
      place: 'CM',
    }),
    sources: byId(
      source('cal-en', '卡尔德米尔新闻办公室英文网站', 'Press Office, English pages', 'en'),
      source('cal-zh', '卡尔德米尔新闻办公室中文网站', 'Press Office, Chinese pages', 'zh-Hans'),
    ),
    outlets: byId(
      outlet('harbour-post', '海港报', 'Harbour Post'),
      outlet('lantern-tv', '灯塔电视台', 'Lantern TV'),
      outlet('north-quay-radio', '北码头电台', 'North Quay Radio'),
      outlet('tidewire', '潮讯社', 'Tidewire'),
    ),
    people: byId({
      id: 'cen-ruolan',
      names: names('岑若澜', 'Cen Ruolan'),
      aliases: [],
      institution: 'cal-press',
    }),
    topics,
    transcripts,
    placements: placed(transcripts, topics),
    ledger: [],
    pages: [
      {
        id: 'about',
        title: 'About',
        markdown: 'What is here.\n\n## Corrections\n\nWrite to us. <b onclick="x()">raw</b>',
      },
      { id: 'about.zh-Hans', title: '说明', markdown: '此处所存。\n\n## 更正\n\n请来信。' },
    ],
    problems: [],
  };
}
