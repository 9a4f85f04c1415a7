import type { ProfileInput } from '../../model/profile.ts';
import { published } from './published.ts';

/**
 * PREGUNTA: … / PRESIDENTE ANDRÉS LIRA: …: labels in capitals before a colon; nobody who asks is named.
 *
 * Presidency of Mexico. Class S from excerpts: PREGUNTA, INTERLOCUTOR and INTERVENCIÓN ask, paragraphs have
 * one sentence, a letter that is read aloud has a salutation that ends with a colon.
 */
export const spanishCaps = {
  shapes: ['colon'],
  roles: {
    question: [
      ...['PREGUNTA', 'INTERLOCUTOR', 'INTERLOCUTORA', 'INTERVENCIÓN', 'PERIODISTA', 'REPORTERO'],
      ...['REPORTERA', 'Pregunta', 'Periodista', 'Reportero', 'Reportera', 'Prensa', 'PRENSA'],
    ],
    followUp: ['REPREGUNTA', 'Repregunta'],
    answer: ['RESPUESTA', 'Respuesta'],
    speaker: [
      String.raw`^(?:VICE)?PRESIDENT[AE](?: DE MÉXICO,| DE LA REPÚBLICA,)? (?<name>\p{Lu}[\p{Lu} .-]{2,40})$`,
      String.raw`^(?:SECRETARI[OA]|DIRECTORA?|SUBSECRETARI[OA]|TITULAR|GOBERNADORA?|MINISTR[OA]|VOCER[OA]|COORDINADORA?|COMISIONAD[OA]|EMBAJADORA?|GENERAL|ALMIRANTE)[\p{Lu} ]{0,60}, (?<name>\p{Lu}[\p{Lu} .-]{2,40})$`,
      '^(?:(?:VICE)?PRESIDENT[AE]|VOCER[OA]|PORTAVOZ|MINISTR[OA]|CANCILLER|SECRETARI[OA])$',
    ],
    host: [
      String.raw`^VOZ (?:MUJER|HOMBRE|EN OFF|DE [\p{Lu} ]{2,30})$`,
      '^(?:MODERADORA?|CONDUCTORA?|PRESENTADORA?)$',
    ],
  },
  notes: [
    { id: 'end', pattern: String.raw`^(?:\+{3,}|[-–—]{1,4}\s?[0oO]{1,3}\s?[-–—]{1,4}|FIN\.?)$` },
    {
      id: 'video',
      pattern: String.raw`^\((?:INICIA|FINALIZA|TERMINA|PROYECCIÓN) [^()]{1,60}\)$`,
    },
  ],
  directions: [
    String.raw`\((?:Risas|Aplausos|[Ii]naudible|APLAUSOS|RISAS|INAUDIBLE|[Ii]ninteligible)\.?\)`,
  ],
  dates: [
    {
      from: 'title',
      pattern: String.raw`(?<day>\d{1,2}) de (?<month>\p{L}{4,10}) (?:de )?(?<year>\d{4})`,
    },
    { from: 'title', pattern: String.raw`(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{2})` },
    {
      from: 'body',
      pattern: String.raw`(?<day>\d{1,2}) de (?<month>\p{L}{4,10}) (?:de |del )?(?<year>\d{4})`,
    },
    ...published,
  ],
  kinds: [{ kind: 'conference', title: '[Cc]onferencia de prensa|[Rr]ueda de prensa' }],
  partial: ['[Ee]xtractos?'],
  slight: 24,
  parts: {
    question: [String.raw`\b(?:la|mi|una) (?<n>primera|segunda|tercera)\b`],
    answer: [
      String.raw`\b(?:[Ss]obre|[Aa]|[Ee]n cuanto a) (?:la|su) (?<n>primera|segunda|tercera)\b`,
    ],
  },
} satisfies ProfileInput;
