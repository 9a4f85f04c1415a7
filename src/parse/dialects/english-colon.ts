import type { ProfileInput } from '../../model/profile.ts';
import { english } from './english.ts';
import { person } from './person.ts';

/** Words that make a label an outlet's name where outlets.yaml does not know it. */
const press =
  'News|Agency|Daily|Times|Post|TV|Television|Broadcasting|Corporation|Radio|Press|Herald|Journal|Review|Network|Weekly|Media|Tribune|Chronicle|Standard';

/**
 * Reuters: … / Mao Ning: …, and Q: … / A: …: mixed-case labels before a colon.
 *
 * Chinese ministries in English, India's External Affairs, the UN noon briefing. Class S for the Chinese
 * ministry and India (excerpts); class C for National Defence in English; class N for the question marker of
 * the UN. India prints a name and a post with a comma between them.
 */
export const englishColon = {
  ...english,
  shapes: ['colon', 'bold'],
  notes: [
    ...english.notes,
    { id: 'topic', pattern: String.raw`^\*\*\s?[A-Z].{0,80}$` },
    { id: 'heading', pattern: '^Questions and [Aa]nswers:?$' },
  ],
  closing: [...english.closing, String.raw`^(?:[*＊]\s?){3,}$`],
  roles: {
    question: ['Q', 'Question', 'Journalist', 'Reporter', 'Correspondent', 'Media'],
    followUp: ['Follow-up', 'Follow-up question', 'Q (follow-up)', 'Journalist (follow-up)'],
    answer: ['A', 'Answer'],
    asker: [
      String.raw`^(?<outlet>(?:The )?[^:,.;?!]{0,40}\b(?:${press})\b[^:,.;?!]{0,30}?)(?:,? (?<followUp>[Ff]ollow(?:ing)?[ -]up))?$`,
      String.raw`^(?:Question|Speaker|Journalist|Reporter) \d{1,2}$`,
      String.raw`^(?:Question|Q|Journalist|Reporter) ?[(\[](?<outlet>[^()\[\]]{2,40})[)\]]$`,
      String.raw`^Question,? \(?(?<followUp>contd\.?|continued)\)?$`,
      '^The following question was (?:raised|asked) after the (?:press )?(?:conference|briefing)$',
      '^Unidentified (?:[Ss]peaker|[Jj]ournalist|[Rr]eporter)$',
    ],
    speaker: [
      String.raw`^(?:Deputy |Associate |Acting )?Spokes(?:man|woman|person)(?: for (?:the )?[A-Z][\p{L}’' -]{2,50}| (?<name>[A-Z][\p{L}.' -]{1,40}))?$`,
      String.raw`^(?:[A-Z]{2,6} )?(?:Deputy |Acting |Vice )?(?:(?:Prime |Foreign |Defen[cs]e |Trade )?Minister|Secretary(?:[ -]General| of State)?|President|Premier|Treasurer|Chancellor|Commissioner|High Representative|Director[ -]General)(?: (?!of\b|for\b)(?<name>\p{Lu}[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,2}))?$`,
      String.raw`^(?:Shri|Smt\.?|Dr\.?|Ambassador)\s+(?<name>[A-Z][\p{L}.' -]{1,40})(?:,\s.{1,80})?$`,
      String.raw`^(?<name>\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}), (?:[\p{L}’'-]{2,20} ){0,6}?(?:Minister|Secretary|Spokes\p{Ll}{3,6}|Ambassador|Director|President|Commissioner|Treasurer|Chair\p{Ll}{0,6}|Premier|Governor)(?: .{1,60})?$`,
      '^Official Spokes(?:man|woman|person)$',
      String.raw`^(?:Official|Joint|Foreign|Additional)\s(?:Spokes(?:man|woman|person)|Secretary)(?: ?\([^()]{1,20}\))?,?\s(?:Shri|Smt\.?|Dr\.?|M[rs]s?\.?)?\s?(?<name>[A-Z][\p{L}.' -]{1,40})$`,
      String.raw`^(?<name>[A-Z][\p{L}.' -]{1,40}),\s(?:Official|Joint|Foreign|Additional)\s(?:Spokes(?:man|woman|person)|Secretary).{0,60}$`,
    ],
    host: ['^(?:Moderator|Host|Operator)$'],
    roster: [
      String.raw`[Ss]pokes(?:man|woman|person) (?<name>${person})(?:['’]s)?\b`,
      String.raw`\bby (?<name>\p{Lu}\p{L}{1,20} \p{Lu}[\p{L}’-]{1,20}), (?<post>(?:Deputy |Associate |Acting )?Spokes(?:man|woman|person))\b`,
      String.raw`(?:Foreign Minister|Minister|Ambassador) (?<name>${person})(?:['’]s)?\b`,
      `by (?:the )?Official Spokesperson(?:,)? (?:Shri )?(?<name>${person})`,
    ],
  },
} satisfies ProfileInput;
