import type { UiLanguage } from '../../model/names.ts';
import type { Transcript } from '../../model/transcript.ts';

type Sight = { day: string; how: 'fetched' | 'imported' } | null;

/** What citations say in their own words. */
interface Words {
  genre: Record<Transcript['kind'], string>;
  answered(asker: string | null, n: string): string;
  unanswered(asker: string | null, n: string): string;
  unasked(n: string): string;
  wholeTitle(part: string, title: string): string;
  version(id: string, seen: Sight, digest: string): string;
  note(digest: string, url: string): string;
}

const chinese: Words = {
  genre: { conference: '新闻发布会记录', 'written-answer': '书面答问' },
  answered: (asker, n) => `答${asker ?? '记者'}问（第${n}则）`,
  unanswered: (asker, n) => `${asker ?? '记者'}问（第${n}则，记录中没有回答）`,
  unasked: (n) => `第${n}则`,
  wholeTitle: (part, title) => `${part}：${title}`,
  version: (id, seen, digest) =>
    [id, seen && `${seen.day}${seen.how === 'fetched' ? '采集' : '导入'}`, `SHA-256 ${digest}`]
      .filter(Boolean)
      .join('，'),
  note: (digest, url) => `本版文字的 SHA-256：${digest}。来源页：${url}`,
};

const english: Words = {
  genre: { conference: 'Press conference transcript', 'written-answer': 'Written answer' },
  answered: (asker, n) => `Answer to ${asker ?? 'a reporter'}, exchange ${n}`,
  unanswered: (asker, n) =>
    `Question of ${asker ?? 'a reporter'}, exchange ${n}, no answer in the record`,
  unasked: (n) => `Exchange ${n}`,
  wholeTitle: (part, title) => `${part}: ${title}`,
  version: (id, seen, digest) =>
    [
      id,
      seen && `${seen.how === 'fetched' ? 'captured' : 'imported'} ${seen.day}`,
      `SHA-256 ${digest}`,
    ]
      .filter(Boolean)
      .join(', '),
  note: (digest, url) => `SHA-256 of the words of this version: ${digest}. Published at ${url}`,
};

/** The words of citations, by the language of the one who cites. */
export const words: Record<UiLanguage, Words> = { 'zh-Hans': chinese, en: english };
