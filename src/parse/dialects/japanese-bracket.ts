import type { ProfileInput } from '../../model/profile.ts';

/** Posts of those who answer. */
const posts =
  '外務大臣|外務副大臣|外務大臣政務官|外務報道官補佐|外務報道官|国際報道官|内閣総理大臣|総理大臣|総理|内閣官房長官|官房長官|\\p{Script=Han}{2,4}担当大臣|(?:防衛|財務|経済産業|国土交通|環境|法務|総務|農林水産|厚生労働|文部科学)(?:副?大臣|大臣政務官)|長官|大臣|副大臣|大臣政務官|報道官|副報道官|知事|市長|次官|補佐官';

/**
 * 【NHK 青木記者】… / 【林外務大臣】…, in 2009 （外務大臣）…: the label in brackets, the outlet before the name.
 *
 * Foreign Ministry of Japan. Class S from excerpts. 私（林大臣） inside an answer has the shape of a round
 * label and stands in a sentence; a line that begins with ○ is a topic's heading.
 */
export const japaneseBracket = {
  shapes: ['lenticular', 'round', 'colon'],
  roles: {
    question: ['問', '質問', '記者'],
    answer: ['答', '回答'],
    asker: [
      String.raw`^(?<outlet>[^【】（）。、]{1,30}?)[ \u3000・]{0,3}(?:[\p{Script=Han}\p{Script=Katakana}ー]{1,10})?(?:記者|氏)$`,
    ],
    speaker: [
      String.raw`^(?:(?!外務|国際|内閣|総理|防衛|財務|経済|官房)(?<name>\p{Script=Han}{1,4}?))?(?:${posts})(?:冒頭発言|発言)?$`,
    ],
    host: ['^(?:司会|進行|司会者|内閣広報官|事務方)$'],
    roster: [
      String.raw`^(?<name>\p{Script=Han}{1,4}?)(?<post>${posts})(?:臨時|閣議後)?(?:記者)?会見`,
    ],
  },
  notes: [
    { id: 'topic', pattern: '^[○〇●].{1,60}$' },
    {
      id: 'date-line',
      pattern: String.raw`^(?:[（(].{0,40}|(?:日時|更新日)[：:]\s?)?(?:令和|平成)(?:元|\p{Nd}{1,2})年.{0,60}[）)日分室]$`,
      where: 'opening',
    },
    { id: 'heading', pattern: '^[【〔［<＜]?(?:冒頭発言|質疑応答|質疑|質問|発言)[】〕］>＞]?$' },
  ],
  dates: [
    {
      from: 'title',
      pattern: String.raw`(?<era>令和|平成)(?<year>元|\p{Nd}{1,2})年(?<month>\p{Nd}{1,2})月(?<day>\p{Nd}{1,2})日`,
    },
    {
      from: 'body',
      pattern: String.raw`(?<era>令和|平成)(?<year>元|\p{Nd}{1,2})年(?<month>\p{Nd}{1,2})月(?<day>\p{Nd}{1,2})日`,
    },
    { from: 'body', pattern: String.raw`(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日` },
  ],
  kinds: [{ kind: 'conference', title: '会見' }],
  partial: ['概要|抜粋'],
  slight: 12,
  parts: {
    question: ['(?<n>[一二三１-３1-3])(?:点目|つ目|問目)'],
    answer: ['(?<n>[一二三１-３1-3])(?:点目|つ目|問目)', '(?<last>最後)の(?:点|質問)'],
  },
} satisfies ProfileInput;
