import type { Correction } from '../../src/model/correction.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { answers, asks, exchange, note, record, states, words } from './making.ts';

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

/** The second conference of 14 March, as its page reads today. */
export const changed = record({
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

/** What was mended by hand in `inEnglish`. */
export const corrected: Correction = {
  url: 'https://press.caldmere.example/',
  captures: ['c'.repeat(64)],
  reason: 'The page lost a label & ran two blocks together.',
  blocks: [
    { starts: 'It is kept', split: ['The first boat', 'And if'] },
    { starts: 'And if', as: 'question', label: 'Q' },
    { starts: 'Then I shall', join: true },
  ],
};

const inEnglish = record({
  id: 'cal-en/2031-03-13',
  title: 'Briefing by the Spokesperson, 13 March 2031',
  partial: true,
  flags: ['corrected-by-hand'],
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

/** Briefings of two sources in two languages, with every kind of node, flag and state a page can show. */
export const records: Transcript[] = [...weekly, written, inEnglish, inChinese, changed];
