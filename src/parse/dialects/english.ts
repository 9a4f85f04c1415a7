import type { ProfileInput } from '../../model/profile.ts';
import { published } from './published.ts';

const month = String.raw`(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6})\.?`;
const weekday = '(?:[A-Z][a-z]{2,8}day,? )?';
const ordinal = '(?<n>first|second|third|fourth|fifth|First|Second|Third|Fourth|Fifth)';

/** What every English record shares, whatever the shape of its labels; not a dialect by itself. */
export const english = {
  notes: [
    { id: 'asterisks', pattern: String.raw`^(?:[*＊#_-]\s?){3,}$` },
    { id: 'stage-direction', pattern: String.raw`^[(\[][^()\[\]]{1,160}[)\]]\.?$` },
    {
      id: 'clock',
      pattern: String.raw`^(?:END\s{0,30}[‘’']?\s?)?\d{1,2}:\d{2}\s?[AaPp]\.?[Mm]\.?(?:\s+\(?[A-Z]{2,5}\)?)?$`,
    },
    { id: 'heading', pattern: '^(?:TRANSCRIPT|Transcript|INDEX|Index)(?: (?:of|OF) .{1,80})?:?$' },
    { id: 'end', pattern: String.raw`^[(\[]?(?:END|End)(?:S|s)?[)\]]?\.?\s{0,30}[‘’']?$` },
    {
      id: 'date-line',
      pattern: String.raw`^\(?(?:[A-Z][a-z]{2,8}day,? )?(?:[A-Z][a-z]{2,8} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}\)?$`,
      where: 'opening',
    },
    {
      id: 'after-the-briefing',
      pattern:
        '^The following (?:question|questions) (?:was|were) (?:raised|asked) after the (?:press )?(?:conference|briefing):?$',
    },
  ],
  directions: [
    String.raw`[(\[](?:[Ll]aughter|[Aa]pplause|[Ii]naudible|[Cc]ross-?talk|[Pp]ause|[Oo]ff-?mic|[Nn]o audible response|[Ss]peaking [A-Z])[^()\[\]]{0,60}[)\]]`,
    String.raw`\([Qq]uestioned in [A-Z][a-z]+:[^()]{0,60}\)`,
  ],
  closing: [
    String.raw`^[(\[]?(?:END|End)(?:[sS](?=[)\]]?\.?$))?\b`,
    String.raw`^\(?The briefing (?:was |is )?concluded`,
    String.raw`^(?:That|This) concludes (?:our|the|this|today['’]s) (?:\w{1,10} )?(?:conference|briefing)`,
  ],
  dates: [
    { from: 'title', pattern: String.raw`${month} (?<day>\d{1,2}),? (?<year>\d{4})` },
    { from: 'title', pattern: String.raw`(?<day>\d{1,2}) ${month},? (?<year>\d{4})` },
    {
      from: 'body',
      pattern: String.raw`^${weekday}${month} (?<day>\d{1,2}),? (?<year>\d{4})`,
    },
    {
      from: 'body',
      pattern: String.raw`^${weekday}(?<day>\d{1,2}) ${month},? (?<year>\d{4})`,
    },
    { from: 'title', pattern: String.raw`${month} (?<day>\d{1,2})(?!,? ?\d)` },
    ...published,
  ],
  kinds: [
    {
      kind: 'other',
      title: String.raw`^(?:Adjournment|Notice|Cancell?ation)\b`,
      reason: 'adjournment notice',
    },
    {
      kind: 'other',
      title: String.raw`\b(?:Photo [Gg]allery|Photos|Digest|Readout|Fact Sheet)\b`,
      reason: 'not a record of questions and answers',
    },
    {
      kind: 'conference',
      title: String.raw`\b(?:[Pp]ress (?:[Cc]onference|[Bb]riefing|[Gg]aggle|[Cc]all)|[Bb]riefing|[Gg]aggle|[Dd]oorstop|[Nn]ews [Cc]onference|[Mm]edia [Bb]riefing)\b`,
    },
    {
      kind: 'written-answer',
      title: String.raw`\b(?:Remarks on|Response to [Mm]edia|[Aa]nswers? (?:to )?(?:media|a)? ?(?:query|question)s?|Q&A)\b`,
    },
  ],
  partial: [
    String.raw`\b(?:[Ee]xcerpts?|[Pp]artial transcript|[Ee]dited for (?:length|brevity))\b`,
  ],
  slight: 24,
  parts: {
    question: [
      String.raw`\b(?:[Mm]y|[Tt]he|[Aa]nd|[Aa]) ${ordinal} (?:question|one|thing)\b`,
      String.raw`(?:^|[.?!—]\s+)(?:(?:And|But)(?: then)? )?${ordinal}(?:ly)?(?: of all)?,`,
      String.raw`\b(?:[Aa]nd )?(?:my |one )?(?<last>last) (?:question|one|thing)\b`,
    ],
    answer: [
      String.raw`\b(?:[Oo]n|[Tt]o|[Aa]s for|[Aa]s to|[Rr]egarding|[Cc]oncerning|[Ff]or) (?:your|the) ${ordinal}(?: (?:question|one|part|point))?\b`,
      String.raw`\b(?:take|answer|start with) (?:your|the) ${ordinal}(?: (?:question|one|part))? first\b`,
      String.raw`\b(?:[Oo]n|[Tt]o|[Aa]s for) your (?<last>last)(?: (?:question|one|part|point))?\b`,
    ],
  },
} satisfies ProfileInput;
