import type { ProfileInput } from '../../model/profile.ts';

/**
 * `<질문>` … (outlet 기자) / `<답변>` …: markers in angle or square brackets, the outlet at the end of the question.
 *
 * Foreign Ministry of Korea and korea.kr. Class S from excerpts. Unescaped, `<질문>` is text to
 * an HTML parser, since no tag begins with a Korean letter; sanitisers that cut by `<` and `>` lose it.
 */
export const koreanAngle = {
  shapes: ['angle', 'bracket', 'colon'],
  prefixes: [String.raw`^[▲△○●◇◆■□▶-]\s*`],
  roles: {
    question: ['질문', '기자', '취재진'],
    followUp: ['추가질문', '추가 질문'],
    answer: ['답변'],
    asker: ['^(?<outlet>[^:：]{1,20}?) ?기자$'],
    speaker: ['^(?:[가-힣]{1,12} ?)?(?:대변인|부대변인|장관|차관)$'],
    signature: [String.raw`[(（](?<outlet>[^()（）]{1,30}?)(?:\s[가-힣]{2,4})?\s?기자[)）]$`],
    roster: [String.raw`(?<name>[가-힣]{2,4})\s?(?:대변인|부대변인|장관)\s?(?:정례)?\s?브리핑`],
  },
  notes: [
    {
      id: 'heading',
      pattern: String.raw`^(?:(?:I{1,3}|[ⅠⅡⅢ])\.\s?)?[\[<]?(?:모두\s?발언|질의\s?[·ㆍ]?\s?응답|질문\s?[·ㆍ]\s?답변)[\]>]?$`,
    },
    { id: 'remark', pattern: '^※.{1,120}$' },
    { id: 'end', pattern: String.raw`^<?끝>?\.?$` },
  ],
  closing: [String.raw`^(?:추가|더)\s?질문\s?없으시면`],
  dates: [
    {
      from: 'title',
      pattern: String.raw`(?<year>\d{4})[.년-]\s?(?<month>\d{1,2})[.월-]\s?(?<day>\d{1,2})`,
    },
    {
      from: 'body',
      pattern: String.raw`(?<year>\d{4})[.년-]\s?(?<month>\d{1,2})[.월-]\s?(?<day>\d{1,2})`,
    },
    {
      from: 'title',
      pattern: String.raw`[(（](?<month>\d{1,2})[./월]\s?(?<day>\d{1,2})[.일]?[)）]`,
    },
  ],
  kinds: [{ kind: 'conference', title: '브리핑' }],
  slight: 12,
  parts: {
    question: [String.raw`(?<n>첫|두|세|네)\s?번째`],
    answer: [String.raw`(?<n>첫|두|세|네)\s?번째\s?질문`, String.raw`(?<last>마지막)\s?질문`],
  },
} satisfies ProfileInput;
