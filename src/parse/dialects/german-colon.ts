import type { ProfileInput } from '../../model/profile.ts';
import { published } from './published.ts';

const months =
  'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/**
 * Frage Jung: … / Zusatzfrage: … / StS Seibert: … / Adebahr (AA): …: who answers is named with a title or with
 * the ministry in brackets, who asks by a family name at most.
 *
 * Federal press conference of Germany. The opening, `Themen:` and `Sprecher:` are class S; the markers of
 * questions, and names with a ministry in brackets, class N: no whole page was seen.
 */
export const germanColon = {
  shapes: ['colon'],
  roles: {
    question: ['Frage', 'Vorhalt', 'Journalist', 'Journalistin', 'Reporter', 'Reporterin'],
    followUp: ['Zusatzfrage', 'Zusatz', 'Nachfrage', 'Zuruf'],
    answer: ['Antwort'],
    asker: [
      String.raw`^(?:Frage|Vorhalt)(?: \p{L}[\p{L}.’' -]{1,40})?(?: \((?<outlet>[^()]{2,40})\))?$`,
      String.raw`^(?<followUp>Zusatzfrage|Zusatz|Nachfrage|Zuruf)(?: \p{L}[\p{L}.’' -]{1,40})?(?: \([^()]{2,40}\))?$`,
    ],
    speaker: [
      String.raw`^(?:P?StSi?n?|SRS|SRSin|StM(?:in)?|BK(?:in)?|BM(?:in)?|VRS|Staatssekretär(?:in)?|Staatsminister(?:in)?|(?:Vize)?(?:Bundes)?[Kk]anzler(?:in)?|Bundesminister(?:in)?|Bundespräsident(?:in)?|Ministerpräsident(?:in)?|Minister(?:in)?|Präsident(?:in)?|Botschafter(?:in)?|Dr\.|Prof\.)(?: (?<name>\p{L}[\p{L}.’' -]{1,40}))?(?: \([\p{L}/-]{2,20}\))?$`,
      String.raw`^(?:Regierungss|S)precher(?:in)? (?<name>\p{Lu}[\p{L}.’' -]{1,40})$`,
      String.raw`^(?<name>\p{Lu}[\p{L}.’' -]{1,40}) \(\p{Lu}[\p{L}/-]{1,20}\)$`,
    ],
    host: [
      String.raw`^(?:Vors\.|Vorsitzender?|Moderator(?:in)?|Moderation)(?: (?<name>\p{Lu}[\p{L}.’' -]{1,40}))?$`,
    ],
  },
  notes: [
    { id: 'roster-line', pattern: '^(?:Themen?|Sprecher(?:innen)?|Im Wortlaut)[:：].{0,400}$' },
    {
      id: 'stage-sentence',
      pattern: String.raw`^\(?Vors\. [^.:]{0,60} (?:eröffnet|begrüßt|schließt|beendet) `,
    },
    { id: 'stage-direction', pattern: String.raw`^\([^()]{1,120}\)$` },
  ],
  directions: [
    String.raw`\((?:Heiterkeit|Beifall|Zuruf|[Aa]kustisch unverständlich|Lachen)[^()]{0,40}\)`,
  ],
  dates: [
    ...(['title', 'body'] as const).map((from) => ({
      from,
      pattern: String.raw`(?<day>\d{1,2})\. (?<month>${months}) (?<year>\d{4})`,
    })),
    ...published,
  ],
  kinds: [
    {
      kind: 'conference',
      title: '[Pp]ressekonferenz|[Pp]ressestatements?|[Pp]ressebegegnung|[Pp]ressegespräch',
    },
  ],
  partial: ['[Aa]uszug|[Aa]uszüge'],
  slight: 24,
  parts: {
    question: [String.raw`\b(?:[Mm]eine|[Dd]ie|[Ee]ine) (?<n>erste|zweite|dritte) Frage\b`],
    answer: [String.raw`\b[Zz]u(?:r|\s?[Ii]hrer) (?<n>ersten|zweiten|dritten) Frage\b`],
  },
} satisfies ProfileInput;
