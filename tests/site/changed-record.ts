import type { LedgerEvent } from '../../src/model/ledger.ts';
import type { Versions } from '../../src/model/versions.ts';
import { answers, asks, exchange, note, words } from './making.ts';
import { changed } from './records.ts';

const second = 'cal-zh/2031-03-14-2';

/** The two wordings of the second conference of 14 March: one answer is edited, one exchange is only in the older. */
export const changedVersions: Versions = {
  schemaVersion: 1,
  id: second,
  versions: [
    {
      id: 'v1',
      digest: 'd'.repeat(64),
      first: '2031-03-14T10:00:00Z',
      last: '2031-03-16T10:00:00Z',
      children: [
        exchange(`${second}/1`, [
          asks('海港报', 'harbour-post', '潮汐闸的加高工程由谁出资？'),
          answers('陶以宁', '陶以宁', '由市政厅出资。'),
          note('（翻译中断）'),
          answers(
            '岑若澜',
            '岑若澜',
            words('I would add one sentence in English.', { language: 'en' }),
          ),
        ]),
        exchange(`${second}/2`, [
          asks('子午周刊记者', null, '第三灯塔为何迁址？'),
          answers('岑若澜', '岑若澜', '工程跨越两个年度。', '账目六月公布。'),
        ]),
      ],
    },
    {
      id: 'v2',
      digest: 'e'.repeat(64),
      first: '2031-03-17T10:00:00Z',
      last: '2031-03-17T10:00:00Z',
      children: changed.children,
    },
  ],
};

const face = { asker: null, question: '', answer: '' };
const seen = (version: string, day: string): LedgerEvent => ({
  event: 'version',
  id: second,
  version,
  digest: 'd'.repeat(64),
  capture: 'a'.repeat(64),
  seen: `${day}T10:00:00Z`,
  same: [],
});

/** What the second conference of 14 March went through: one edit, one insertion, one of each end. */
export const ledger: LedgerEvent[] = [
  seen('v1', '2031-03-14'),
  ...['1', '2', '3', '4'].map(
    (n): LedgerEvent => ({ event: 'minted', id: `${second}/${n}`, version: 'v1', ...face }),
  ),
  seen('v2', '2031-03-17'),
  { event: 'edited', id: `${second}/1`, version: 'v2', from: 'v1', score: 0.9, ...face },
  {
    event: 'removed',
    id: `${second}/2`,
    version: 'v2',
    last: 'v1',
    score: 0.1,
    words: {
      asker: '子午周刊记者',
      question: '第三灯塔为何迁址？',
      answer: '工程跨越两个年度。\n账目六月公布。',
    },
  },
  { event: 'merged', id: `${second}/3`, version: 'v2', into: '1', score: 0.8 },
  {
    event: 'withheld',
    id: `${second}/4`,
    date: '2031-03-20',
    ground: 'Order 12 of the court of Caldmere',
  },
];
