import type { Names } from '../../model/names.ts';
import { both } from './both.ts';

/** Words about versions and what is not in the record now: facts with dates, never motives. */
export const changeStrings = {
  changedTitle: both('有变动的记录', 'Records that changed'),
  changedNote: both(
    '发布后见到不止一种文本的记录。所列是各版本之间可以看到的差异，不说明原因。',
    'Records of which more than one wording was seen. What is listed is what differs between the versions; no reason is given or guessed.',
  ),
  noneChanged: both(
    '所收记录迄今各只见一种文本。',
    'One wording of each record has been seen so far.',
  ),
  seenSince: (day: Names) => both(`自${day['zh-Hans']}起见到`, `seen since ${day.en}`),
  edited: (from: string, to: string) =>
    both(`在${from}与${to}中文字不同`, `has other words in ${from} than in ${to}`),
  moved: (from: string, to: string) =>
    both(`在${from}与${to}中位置不同`, `stands elsewhere in ${to} than in ${from}`),
  added: (to: string) =>
    both(`见于${to}，不见于此前版本`, `is in ${to} and not in a version before`),
  splitOf: (n: string, to: string) => both(`在${to}中与§${n}分开`, `is apart from §${n} in ${to}`),
  mergedInto: (n: string, to: string) =>
    both(`其文字在${to}中属于§${n}`, `has its words in §${n} in ${to}`),
  removed: (last: string, to: string) =>
    both(`见于${last}，不见于${to}`, `is in ${last} and not in ${to}`),
  restored: (to: string) => both(`在${to}中再次见到`, `is seen again in ${to}`),
  goneTitle: both('† 不在现今公布的记录中', '† Not in the record as published now'),
  mergedTitle: both('† 现属另一则问答', '† Now part of another exchange'),
  withheldTitle: both('† 文字已撤下', '† The text is withheld'),
  goneWhy: (last: string, to: string) =>
    both(
      `此则见于${last}，不见于${to}。以下是最后见到的文字。地址含义不变，仍然保留。`,
      `This exchange is in ${last} and not in ${to}. These are its last words. The address keeps its meaning and stays.`,
    ),
  goneReread: both(
    '此处文字现今不再读作一则问答；见全文。地址仍然保留。',
    'These words are no longer read as an exchange of their own; see the transcript. The address stays.',
  ),
  mergedWhy: (n: string) =>
    both(
      `此则的文字现属§${n}。地址仍然保留。`,
      `The words of this exchange are now in §${n}. The address stays.`,
    ),
  withheldWhy: (day: Names) =>
    both(
      `应要求自${day['zh-Hans']}起不再展示。依据：`,
      `Not shown since ${day.en}, by request. Ground: `,
    ),
  versionOn: (version: string, day: Names) =>
    both(`${day['zh-Hans']}见到的版本${version}`, `the version seen on ${day.en} (${version})`),
  transcriptNow: both('现今的全文', 'The transcript now'),
};
