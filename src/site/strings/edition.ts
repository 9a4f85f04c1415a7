import type { Names } from '../../model/names.ts';
import { both } from './both.ts';

const two = (score: number): string => score.toFixed(2);

/** Words about records of one briefing from several sources: facts about pages, never motives. */
export const editionStrings = {
  editions: both('刊本', 'Editions'),
  editionsTitle: both('多个来源刊发的发布会', 'Briefings that several sources published'),
  editionsNote: both(
    '同一场发布会的记录由多个来源分别刊发，每一份称为一个刊本。所列是各刊本之间可以看到的异同，不说明原因。',
    'The record of one briefing as several sources published it, each an edition. What is listed is what the editions have in common and where they differ; no reason is given or guessed.',
  ),
  noEditions: both(
    '所收记录中尚无由多个来源刊发的发布会。',
    'No briefing in this archive was published by more than one source.',
  ),
  editionsOn: (day: Names) => both(`${day['zh-Hans']}的各刊本`, `Editions of ${day.en}`),
  editionsCount: (count: number) => both(`${count}个刊本`, `${count} editions`),
  alsoPublished: both('另见刊本', 'Also published by'),
  notInEdition: both('不见于刊本', 'Not in the edition of'),
  groupedByHand: both('由人工归为同一场发布会：', 'Put together by hand: '),
  readBeside: both('对读', 'Read side by side'),
  besideOf: (a: Names, b: Names) =>
    both(`${a['zh-Hans']}与${b['zh-Hans']}对读`, `${a.en} and ${b.en}, side by side`),
  differences: both('异同', 'Differences'),
  inBoth: (count: number) =>
    both(
      `两个刊本都有的问答：${count}则。`,
      `${count} ${count === 1 ? 'exchange is' : 'exchanges are'} in both editions.`,
    ),
  nothingDiffers: both('除此之外未见差异。', 'No difference is seen.'),
  onlyInEdition: (a: Names, b: Names, score: number) =>
    both(
      `见于${a['zh-Hans']}，不见于${b['zh-Hans']}（其中最相近者相似度${two(score)}）`,
      `is in ${a.en} and not in ${b.en} (likeness of the nearest there ${two(score)})`,
    ),
  openingWords: both('开场发言', 'The opening statement'),
  labelDiffers: both('提问者的称谓不同：', 'the asker is printed otherwise: '),
  unnamed: both('未印出', 'not printed'),
  wordsDiffer: (score: number) =>
    both(`文字不同（相似度${two(score)}）`, `the words differ (likeness ${two(score)})`),
  orderDiffers: both('所在位置不同', 'stands in another place'),
  notAligned: both(
    '未能确定是否见于另一刊本，不作对齐',
    'may or may not be in the other edition; it is left unaligned',
  ),
  onlyHere: both('只见于此', 'only here'),
  gapHere: (edition: Names) =>
    both(`此处文字不见于${edition['zh-Hans']}`, `These words are not in ${edition.en}`),
  absentHere: (edition: Names) =>
    both(`此则不见于${edition['zh-Hans']}`, `This exchange is not in ${edition.en}`),
  unalignedHere: (edition: Names) =>
    both(
      `未在${edition['zh-Hans']}中确定对应的问答`,
      `No exchange of ${edition.en} is surely the same`,
    ),
  besideNote: both(
    '同一则问答左右并列。能逐段对齐的逐段对齐，否则整体并列；空缺处照实标出。',
    'The same exchange stands on one line, paragraph by paragraph where that is sure, otherwise as a whole; gaps are shown.',
  ),
  besideAcross: both(
    '两个刊本语言不同，按媒体、数字、名称、次序与篇幅对齐，不比较文字。',
    'The editions are in two languages: they are aligned by outlet, numbers, names, order and length; words are not compared.',
  ),
};
