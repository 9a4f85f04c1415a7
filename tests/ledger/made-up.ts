import type { Draft } from '../../src/model/draft.ts';
import { draft, type Spoken } from './drafts.ts';
import { type Chance, chanceFrom } from './random.ts';

/** What the press of a fictional state asks about, in one language. */
interface Vocabulary {
  askers: string[];
  places: string[];
  subjects: string[];
  events: string[];
  questions: ((about: About) => string)[];
  answers: ((about: About) => string)[];
  formulae: string[];
}
interface About {
  place: string;
  subject: string;
  event: string;
  count: number;
}

const zh: Vocabulary = {
  askers: ['港湾通讯社记者', '山谷日报记者', '北方电视台记者', '灯塔周刊记者', '联合广播记者'],
  places: ['苹果镇', '石桥港', '东岬', '白沙村', '钟楼区', '三叶湖', '南坡', '旧盐场'],
  subjects: [
    '渡轮班次',
    '奶酪标准',
    '图书馆屋顶',
    '夜间巴士',
    '灯塔博物馆',
    '雪橇赛道',
    '温室补贴',
    '蜂蜜税率',
    '水磨坊',
    '航标灯',
    '乡村诊所',
    '玻璃工坊',
  ],
  events: [
    '推迟了两周',
    '引起邻国农户担心',
    '比预算高出一倍',
    '在周末突然停止',
    '得到居民联名支持',
    '被审计部门点名',
  ],
  questions: [
    ({ place, subject, event }) => `据报道，${place}的${subject}${event}。请问发言人对此有何评论？`,
    ({ place, subject, count }) =>
      `${place}有${count}位居民写信询问${subject}何时恢复。政府有没有时间表？`,
    ({ place, subject, event, count }) =>
      `第一个问题，${subject}${event}，原因是什么？第二个问题，${place}的${count}份申请何时答复？`,
  ],
  answers: [
    ({ place, subject }) =>
      `关于${place}的${subject}，主管部门已经派人到现场查看，结果会在网站公布。`,
    ({ subject, count }) => `${subject}一事涉及${count}户家庭，我们会逐一走访，听取意见。`,
    ({ place, event }) => `你提到${event}，据我了解，${place}方面正在核实。`,
    ({ place, subject, count }) => `${place}今年拨出${count}万元用于${subject}，明年还将增加。`,
  ],
  formulae: ['我们已多次阐明立场。', '我没有更多信息可以提供。', '建议你向主管部门了解。'],
};

const en: Vocabulary = {
  askers: ['Harbour Wire', 'Valley Gazette', 'Northern Television', 'Lighthouse Weekly'],
  places: ['Appleford', 'Stonebridge', 'East Cape', 'Whitesand', 'Clover Lake', 'Old Saltworks'],
  subjects: [
    'the ferry timetable',
    'the cheese standard',
    'the library roof',
    'night buses',
    'the lighthouse museum',
    'the sledge run',
    'greenhouse grants',
    'the honey duty',
    'the water mill',
    'rural clinics',
  ],
  events: [
    'was put off by two weeks',
    'worries farmers across the border',
    'costs twice the sum planned',
    'stopped without notice on Saturday',
    'was named by the auditors',
  ],
  questions: [
    ({ place, subject, event }) =>
      `It is reported that in ${place} ${subject} ${event}. What is your comment?`,
    ({ place, subject, count }) =>
      `${count} people of ${place} have written to ask about ${subject}. Is there a date?`,
  ],
  answers: [
    ({ place, subject }) =>
      `As for ${subject}, inspectors have been sent to ${place} and their findings will be published.`,
    ({ subject, count }) =>
      `${count} families depend on ${subject}, and each of them will be heard before anything is decided.`,
    ({ place, event }) =>
      `You say that it ${event}; the mayor of ${place} is looking into the matter.`,
  ],
  formulae: [
    'We have made our position clear on many occasions.',
    'I have no information to offer.',
  ],
};

/** Made-up conferences of four to nine exchanges on successive days, Chinese and English in turns. */
export function madeUpDrafts(count: number): Draft[] {
  return Array.from({ length: count }, (_, nth) => {
    const chance = chanceFrom(nth + 1);
    const words = nth % 2 === 0 ? zh : en;
    const subjects = shuffled(words.subjects, chance).slice(0, 4 + chance.below(6));
    const spoken = subjects.map((subject) => spokenOn(subject, words, chance));
    return draft(spoken, {
      url: `https://press.example/${nth}.html`,
      language: words === zh ? 'zh-Hans' : 'en',
    });
  });
}

function spokenOn(subject: string, words: Vocabulary, chance: Chance): Spoken {
  const about = (): About => ({
    subject,
    place: chance.pick(words.places),
    event: chance.pick(words.events),
    count: 3 + chance.below(900),
  });
  const said = shuffled(words.answers, chance).slice(0, 1 + chance.below(words.answers.length));
  const formula = chance.hits(0.5) ? [chance.pick(words.formulae)] : [];
  return {
    asker: chance.pick(words.askers),
    question: chance.pick(words.questions)(about()),
    answer: [...said.map((sentence) => sentence(about())), ...formula],
  };
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(chance.below(rest.length), 1));
}
