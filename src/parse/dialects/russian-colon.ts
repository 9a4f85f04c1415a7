import type { ProfileInput } from '../../model/profile.ts';
import { published } from './published.ts';

const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

/**
 * Вопрос: … / Ответ: … / М.В.Зорина: …: who answers is named by initials, who asks seldom.
 *
 * Foreign Ministry and President of Russia. Monologues under headings before the questions are class S; the
 * markers are class N: no whole page was seen.
 */
export const russianColon = {
  shapes: ['colon'],
  roles: {
    question: ['Вопрос', 'Реплика', 'Журналист', 'Корреспондент', 'Из зала', 'Вопросы'],
    followUp: ['Уточняющий вопрос', 'Дополнительный вопрос'],
    answer: ['Ответ'],
    asker: [
      '^Вопрос ?[(«](?<outlet>[^()«»]{2,60})[)»]$',
      '^(?:Журналист|Корреспондент)(?:ка)? .{2,40}$',
    ],
    speaker: [
      '^(?:Официальный представитель|Министр|Президент|Пресс-секретарь|Председатель|Представитель) ?.{0,60}$',
    ],
    host: ['^(?:Ведущ(?:ий|ая)|Модератор)$'],
  },
  notes: [
    { id: 'stage-direction', pattern: String.raw`^[(<][^()<>]{1,80}[)>]\.?$` },
    {
      id: 'heading',
      pattern: '^(?:Оглавление|Содержание|Из ответов на вопросы(?: СМИ| журналистов)?):?$',
    },
  ],
  directions: [
    String.raw`\((?:[Сс]мех|[Аа]плодисменты|[Пп]о-русски|[Кк]ак переведено)[^()]{0,40}\)`,
  ],
  dates: [
    ...(['title', 'body'] as const).map((from) => ({
      from,
      pattern: String.raw`(?<day>\d{1,2}) (?<month>${months}) (?<year>\d{4})`,
    })),
    ...published,
  ],
  kinds: [{ kind: 'conference', title: '[Бб]рифинг|[Пп]ресс-конференци|[Оо]тветы на вопросы' }],
  partial: ['[Ии]з стенограммы|[Фф]рагмент'],
  slight: 24,
  parts: {
    question: [String.raw`(?:^|[.?!]\s)(?<n>Первый|Второй|Третий) вопрос`],
    answer: [
      '(?:[Нн]а|[Пп]о) (?:[Вв]аш(?:ему)? )?(?<n>первый|второй|третий|первому|второму|третьему) вопрос',
    ],
  },
} satisfies ProfileInput;
