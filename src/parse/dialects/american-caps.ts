import type { ProfileInput } from '../../model/profile.ts';
import { english } from './english.ts';
import { person } from './person.ts';

/**
 * QUESTION: … / MR PRICE: … / REAR ADM. JOHN KIRBY: …: labels in capitals before a colon; nobody who asks is named.
 *
 * State Department, Pentagon, Australia. Class S from excerpts,
 * no whole page seen. The first label of a person may be full (PRESS SECRETARY JOHN F. KIRBY) and later ones
 * short (MR. KIRBY).
 */
export const americanCaps = {
  ...english,
  shapes: ['colon'],
  roles: {
    question: ['QUESTION', 'Q', 'QUESTIONER', 'JOURNALIST', 'REPORTER', 'Question', 'Journalist'],
    speaker: [
      String.raw`^(?:ACTING |DEPUTY |VICE |ASSISTANT |UNDER |PRINCIPAL |PRESS |REAR |LIEUTENANT |MAJOR |BRIGADIER |LT\. |BRIG\. |MAJ\. |AIR |DEFENSE |PENTAGON |CHIEF ){0,3}(?:M[Rr]|M[Ss]|MRS|D[Rr]|SEC|GEN|ADM|COL|CAPT|CMDR|SECRETARY(?: OF (?:THE )?\p{Lu}{3,20}(?: AND \p{Lu}{3,20})?)?|GENERAL|ADMIRAL|COLONEL|CAPTAIN|COMMANDER|AMBASSADOR|DIRECTOR|ADMINISTRATOR|COORDINATOR|REPRESENTATIVE|GOVERNOR|SENATOR|MINISTER|SPOKESPERSON|SPOKESMAN|COMMISSIONER|CHAIRMAN|CHAIR)(?:\.\s*|\s+)(?<name>\p{Lu}[\p{L}.'’ -]{0,40}?)(?:,? (?:JR\.?|SR\.?|III|II|IV))?$`,
      String.raw`^(?<name>\p{Lu}[\p{Lu}.'’ -]{1,40}), [\p{Lu} ]{3,60}$`,
      '^(?:(?:PRIME|FOREIGN) MINISTER|(?:Prime |Foreign |Defence |Trade )?Minister|MINISTER|TREASURER|Treasurer)$',
      String.raw`^(?!(?:END|TRANSCRIPT|INDEX|NOTE|SUBJECT|TOPICS?|PARTICIPANTS?|LOCATION|DATE|TIME)\b|[AP]\.?M)\p{Lu}[\p{Lu}.,'’() -]{2,60}$`,
    ],
    host: ['^(?:MODERATOR|OPERATOR|HOST|AIDE|STAFF)$'],
    roster: [
      String.raw`(?:Spokesperson|Spokesman|Press Secretary|Secretary|Prime Minister|Minister|Adm\.|Gen\.) (?<name>${person})`,
    ],
  },
} satisfies ProfileInput;
