import type { Names } from '../../model/names.ts';
import { both } from './both.ts';

/** The statuses that say by themselves that a page is not there. */
const missing = new Set([404, 410]);

/** Words about versions and what is not in the record now: facts with dates, never motives. */
export const changeStrings = {
  changedTitle: both('有变动的记录', 'Records that changed'),
  changedNote: both(
    '发布后见到另一种文本的记录，以及来源页不在原址的记录。所列是各版本之间可以看到的差异，不说明原因。',
    'Records of which another wording was seen, or whose page was not at its address. What is listed is what differs between the versions; no reason is given or guessed.',
  ),
  noneChanged: both(
    '所收记录迄今各只见一种文本，来源页均在原址。',
    'One wording of each record has been seen so far, at its address.',
  ),
  changesHow: both('有变动时读者会看到什么', 'What a reader sees when a text is edited'),
  seenFirst: (day: Names) => both(`${day['zh-Hans']}首次见到`, `first seen ${day.en}`),
  seenOn: (day: Names) => both(`${day['zh-Hans']}见到`, `seen on ${day.en}`),
  seenFromTo: (first: Names, last: Names) =>
    both(`${first['zh-Hans']}至${last['zh-Hans']}见到`, `seen ${first.en} to ${last.en}`),
  captures: (count: number) =>
    both(`采集${count}次`, count === 1 ? '1 capture' : `${count} captures`),
  sideBySide: both('两种文本并列', 'The versions side by side'),
  versionsTitle: both('所见各版本', 'The versions seen'),
  sameInAll: both('此则在所见各版本中文字相同', 'the same in every wording seen'),
  sameInBoth: (numbers: string) =>
    both(`${numbers}在两种文本中相同。`, `${numbers}: the same in both.`),
  counted: (same: number, edited: number, only: number) =>
    both(
      `${same}则相同，${edited}则文字不同，${only}则只见于其中一种`,
      `exchanges: ${same} the same, ${edited} edited, ${only} in one version only`,
    ),
  onlyIn: (has: Names, lacks: Names) =>
    both(
      `此句见于${has['zh-Hans']}所见的文本，不见于${lacks['zh-Hans']}所见的文本。`,
      `This sentence is in the version seen on ${has.en} and not in the version seen on ${lacks.en}.`,
    ),
  exchangeOnlyIn: (has: Names, lacks: Names) =>
    both(
      `此则问答见于${has['zh-Hans']}所见的文本，不见于${lacks['zh-Hans']}所见的文本。`,
      `This exchange is in the version seen on ${has.en} and not in the version seen on ${lacks.en}.`,
    ),
  pageStays: both('其页面仍然保留。', 'Its page stays.'),
  otherPlace: both(
    '此则在两种文本中位置不同。',
    'This exchange stands elsewhere in the two versions.',
  ),
  outside: both('问答以外的文字', 'Words outside the exchanges'),
  onlyOutside: both('问答以外的文字有所不同', 'words outside the exchanges differ'),
  gonePage: (since: Names, status: number) =>
    both(
      `${since['zh-Hans']}首次发现来源页不在原址（${missing.has(status) ? `状态码${status}` : '代之以错误页'}）。此处保留最后见到的文字。`,
      `On ${since.en} the page was first found missing from its address (${missing.has(status) ? `status ${status}` : 'an error page came'}). The words kept here are the last that were seen.`,
    ),
  lastThere: (day: Names) =>
    both(`最后一次见到是${day['zh-Hans']}。`, ` It was last seen there on ${day.en}.`),
  vanishedOn: both('来源页不在原址', 'the page was found missing from its address'),
  returnedOn: both('来源页再次见于原址', 'the page was seen at its address again'),
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
  goneTitle: both('不在现今公布的记录中', 'Not in the record as published now'),
  mergedTitle: both('现属另一则问答', 'Now part of another exchange'),
  withheldTitle: both('文字已撤下', 'The text is withheld'),
  goneWhy: (last: string, to: string) =>
    both(
      `此则见于${last}，不见于${to}。以下是最后见到的文字。地址含义不变，仍然保留。`,
      `This exchange is in ${last} and not in ${to}. These are its last words. The address keeps its meaning and stays.`,
    ),
  goneReread: both(
    '此处文字现今不再读作一则问答；见全文。地址仍然保留。',
    'These words are no longer read as an exchange of their own; see the transcript. The address stays.',
  ),
  mergedWhy: both(
    '地址仍然保留；此则的文字现属',
    'The address stays; the words of this exchange are now in',
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
