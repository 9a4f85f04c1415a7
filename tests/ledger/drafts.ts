import { createHash } from 'node:crypto';
import type { Sighting } from '../../src/ledger/sighting.ts';
import type { Draft, DraftExchange } from '../../src/model/draft.ts';
import type { Transcript, Turn } from '../../src/model/transcript.ts';

/** One made-up exchange: who asks, what, and the answer's paragraphs. */
export interface Spoken {
  asker: string | null;
  question: string;
  answer: string[];
}

const turn = (kind: Turn['kind'], label: string | null, values: string[]): Turn => ({
  type: 'turn',
  kind,
  label,
  speaker: kind === 'question' ? null : label,
  outlet: null,
  children: values.map((value) => ({ type: 'paragraph', value })),
});

/** An exchange as the parser would hand it over, with one part. */
export function exchange({ asker, question, answer }: Spoken): DraftExchange {
  return {
    type: 'exchange',
    parts: [{ id: 'a', question: [], answer: [] }],
    flags: [],
    children: [turn('question', asker, [question]), turn('answer', '发言人', answer)],
  };
}

/** A draft of the fictional ministry `caldmere-zh`, of 2031-05-06 unless told otherwise. */
export function draft(spoken: Spoken[], fields: Partial<Draft> = {}): Draft {
  return {
    type: 'transcript',
    schemaVersion: 1,
    source: 'caldmere-zh',
    institution: 'caldmere',
    kind: 'conference',
    language: 'zh-Hans',
    date: '2031-05-06',
    dateFrom: 'title',
    title: '卡尔德米尔共和国例行记者会',
    url: 'https://press.example/a.html',
    publisher: '卡尔德米尔共和国',
    spokespersons: ['发言人'],
    partial: false,
    flags: [],
    pageTime: null,
    children: spoken.map(exchange),
    ...fields,
  };
}

/** A draft as seen at a URL on a day of June 2031; the digest is that of URL and day. */
export function sighting(it: Draft, day = 1, url = 'https://press.example/a.html'): Sighting {
  const recorded = `2031-06-${String(day).padStart(2, '0')}T08:00:00Z`;
  const sha256 = createHash('sha256').update(`${url} ${recorded}`).digest('hex');
  return { draft: it, capture: { sha256, url, how: 'fetched', retrieved: recorded }, recorded };
}

/** Five exchanges with nothing in common but the last sentence of two answers. */
export const fiveSpoken: Spoken[] = [
  {
    asker: '港湾通讯社记者',
    question: '渡轮停航三天，沿岸居民何时可以恢复出行？',
    answer: ['海事部门已派出两艘替代船只，预计周四恢复全部班次。'],
  },
  {
    asker: '山谷日报记者',
    question: '新的奶酪出口标准引起邻国农户担心，请问有何评论？',
    answer: ['标准在制定时听取了各方意见。', '我们已多次阐明立场。'],
  },
  {
    asker: '港湾通讯社记者',
    question: '图书馆大楼的修缮费用比预算高出一倍，原因是什么？',
    answer: ['屋顶石料须从外省采购，运输费用上涨。', '工程将于九月完工。'],
  },
  {
    asker: '北方电视台记者',
    question: '边境村庄要求开通夜间巴士，政府会否考虑？',
    answer: ['交通部门正在研究。', '我们已多次阐明立场。'],
  },
  {
    asker: '山谷日报记者',
    question: '灯塔博物馆何时重新开放？',
    answer: ['下月初。'],
  },
];

/** The numbers of a transcript's exchanges, in reading order. */
export const numbers = (it: Transcript | undefined): string[] =>
  it?.children.flatMap((child) => (child.type === 'exchange' ? [child.n] : [])) ?? [];
