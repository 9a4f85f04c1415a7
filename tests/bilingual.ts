import type { Exchange, Transcript } from '../src/model/transcript.ts';
import { answers, asks, exchange, record, states } from './site/making.ts';

/** One made-up exchange in both languages; nobody's real words. */
interface Bilingual {
  outlet: string;
  zh: { label: string; question: string; answer: string[] };
  en: { label: string; question: string; answer: string[] };
}

/**
 * A briefing of the Republic of Caldmere, a state that does not exist, in two languages: the corpus
 * has no English pages of a ministry that publishes both.
 */
export const bilingual: Bilingual[] = [
  {
    outlet: 'tidewire',
    zh: {
      label: '潮讯社记者',
      question: '渡轮停航3天，1400名居民出行受到影响，请问何时恢复？',
      answer: ['渡轮预计4月12日恢复。', '海事部门已派出2艘替代船只，每天往返6次。'],
    },
    en: {
      label: 'Tidewire',
      question:
        'The ferry has not run for 3 days and 1,400 residents are affected. When will it resume?',
      answer: [
        'We expect the ferry to resume on April 12.',
        'The maritime authority has sent 2 replacement boats, which make 6 trips a day.',
      ],
    },
  },
  {
    outlet: 'harbour-post',
    zh: {
      label: '海港报',
      question: '据报道，挪威和冰岛已就鳕鱼配额达成一致。卡尔德米尔是否参加？',
      answer: ['我们注意到有关报道。卡尔德米尔同挪威和冰岛保持沟通。'],
    },
    en: {
      label: 'Harbour Post',
      question:
        'It is reported that Norway and Iceland have agreed on cod quotas. Will Caldmere take part?',
      answer: ['We have noted the reports. Caldmere is in contact with Norway and Iceland.'],
    },
  },
  {
    outlet: 'lantern-tv',
    zh: {
      label: '灯塔电视台记者',
      question: '图书馆修缮费用高出27万元，原因是什么？',
      answer: ['石料须从外省采购，运输费用上涨15%。', '工程将于2032年9月完工。'],
    },
    en: {
      label: 'Lantern TV',
      question: 'Repairs of the library cost 270,000 more than planned. What is the reason?',
      answer: [
        'Stone has to come from another province, and freight has become 15% dearer.',
        'The work will be finished in September 2032.',
      ],
    },
  },
  {
    outlet: 'tidewire',
    zh: {
      label: '潮讯社记者',
      question: 'G7会议下周举行，请问发言人对会议有何期待？',
      answer: ['卡尔德米尔不是G7成员。我们希望会议关注小岛国的关切。'],
    },
    en: {
      label: 'Tidewire',
      question: 'The G7 will meet next week. What does the spokesperson expect of it?',
      answer: [
        'Caldmere is not a member of the G7. We hope that it pays heed to what concerns small islands.',
      ],
    },
  },
  {
    outlet: 'north-quay-radio',
    zh: {
      label: '北码头电台记者',
      question: '潮汐闸加高工程耗资1.4亿元，由谁出资？',
      answer: ['由港务局出资8000万元，其余6000万元由国库承担。'],
    },
    en: {
      label: 'North Quay Radio',
      question: 'Raising the tidal barrier costs 140 million. Who pays for it?',
      answer: ['The harbour authority pays 80 million, the treasury the other 60 million.'],
    },
  },
  {
    outlet: 'harbour-post',
    zh: {
      label: '海港报',
      question: '加拿大一艘科考船本周停靠内港，此行目的是什么？',
      answer: ['该船将在内港停留5天，补充给养。'],
    },
    en: {
      label: 'Harbour Post',
      question: 'A research vessel of Canada calls at the inner harbour this week. What for?',
      answer: ['The ship stays in the inner harbour for 5 days to take on supplies.'],
    },
  },
];

/** The same briefing as the Chinese and as the English page have it, without the exchanges left out. */
export function editionsOf(
  date: string,
  leftOut: { zh?: number[]; en?: number[] } = {},
): { zh: Transcript; en: Transcript } {
  return {
    zh: editionIn('zh', `cal-zh/${date}`, '岑若澜', leftOut.zh ?? []),
    en: editionIn('en', `cal-en/${date}`, 'Cen Ruolan', leftOut.en ?? []),
  };
}

function editionIn(
  language: 'zh' | 'en',
  id: string,
  speaker: string,
  leftOut: number[],
): Transcript {
  const kept = bilingual.filter((_, at) => !leftOut.includes(at));
  const exchanges = kept.map(({ outlet, [language]: said }, at): Exchange => {
    const { label, question, answer } = said;
    return exchange(`${id}/${at + 1}`, [
      asks(label, outlet, question),
      answers(speaker, speaker, ...answer),
    ]);
  });
  const greeting = language === 'zh' ? '各位下午好。' : 'Good afternoon.';
  return record({
    id,
    title: language === 'zh' ? '新闻办公室例行吹风会' : 'Regular Briefing of the Press Office',
    spokespersons: [speaker],
    children: [states(speaker, speaker, greeting), ...exchanges],
  });
}
