import type { ProfileInput } from '../../model/profile.ts';

/**
 * Q - … / R - … (France) and P.- … / Portavoz.- … (Spain): a short marker and a dash.
 *
 * Foreign Ministry of France, La Moncloa. Class S from excerpts; Spain's `R.-` and France's pages before 2015
 * are class N.
 */
export const europeanDash = {
  shapes: ['dot-dash', 'dash', 'colon'],
  roles: {
    question: ['Q', 'P', 'Pregunta', 'Periodista', 'Question', 'Journaliste'],
    followUp: ['Relance', 'Repregunta'],
    asker: [
      String.raw`^\p{Lu}[\p{L}.'’-]{0,20}(?: [\p{L}.'’-]{1,20}){0,4} \((?<outlet>[^()]{2,40})\)$`,
    ],
    answer: ['R', 'Respuesta', 'Réponse'],
    speaker: [
      String.raw`^(?:Portavoz|(?:Vicep|P)resident[ae]|Ministr[oa]|Porte-parole)(?: [\p{L} ]{2,60})?(?:, (?<name>\p{Lu}[\p{L} -]{1,40}))?$`,
      String.raw`^(?:Sr|Sra|D|Dña|M|Mme)\.? (?<name>\p{Lu}[\p{L} -]{1,40})$`,
      String.raw`^(?:L[ea] |L['’]|LA |LE )(?:(?:[Pp]remi\p{Ll}{1,3} )?[Mm]inistre|[Pp]résident\p{Ll}?|[Pp]orte-parole|[Ss]ecrétaire d['’][ÉE]tat|[Aa]mbassad\p{Ll}{3,5}|MINISTRE|PR[ÉE]SIDENTE?|PORTE-PAROLE)(?: (?:d[eu]s? |d['’])[\p{L}'’ -]{2,50})?$`,
    ],
    host: ['^(?:Secretari[oa] de Estado(?: de Comunicación)?|Moderador|Moderadora)$'],
  },
  notes: [
    { id: 'end', pattern: String.raw`^(?:FIN|Fin)\.?$` },
    {
      id: 'date-line',
      pattern: String.raw`^(?:\p{Lu}[\p{L}’' -]{1,30}, )?(?:\p{L}{4,9},? )?\d{1,2}(?:er)? (?:de )?\p{L}{3,10}(?: de)? \d{4}\.?$`,
      where: 'opening',
    },
  ],
  directions: [String.raw`\((?:Risas|Aplausos|Inaudible|Rires|Inintelligible)\.?\)`],
  dates: [
    {
      from: 'title',
      pattern: String.raw`(?<day>\d{1,2})[ .-](?<month>\d{1,2})[ .-](?<year>\d{2,4})`,
    },
    {
      from: 'title',
      pattern: String.raw`(?<day>\d{1,2})(?:er)? (?:de )?(?<month>\p{L}{3,10})(?: de)? (?<year>\d{4})`,
    },
    {
      from: 'body',
      pattern: String.raw`(?<day>\d{1,2})(?:er)? (?:de )?(?<month>\p{L}{3,10})(?: de)? (?<year>\d{4})`,
    },
    { from: 'title', pattern: String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})` },
  ],
  kinds: [
    {
      kind: 'conference',
      title:
        '[Rr]ueda de prensa|[Cc]onferencia de prensa|[Cc]omparecencia|[Pp]oint de presse|Q&R|[Cc]onférence de presse',
    },
  ],
  partial: ['[Ee]xtractos?|[Ee]xtraits?'],
  slight: 24,
  parts: {
    question: [
      String.raw`\b(?:la|ma|une) (?<n>primera|segunda|tercera|première|seconde|deuxième|troisième)\b`,
    ],
    answer: [
      String.raw`\b(?:[Ss]obre|[Aa]|[Ee]n cuanto a|[Ss]ur|[Qq]uant à|À) (?:la|su|votre|sa) (?<n>primera|segunda|tercera|première|seconde|deuxième|troisième)\b`,
    ],
  },
} satisfies ProfileInput;
