import type { ProfileInput } from '../../model/profile.ts';
import { english } from './english.ts';

/**
 * Name: (00:12), the text on the lines below; the label comes again each minute for the same speaker.
 *
 * Transcripts of Rev. Class S from excerpts. Who asks is told by alternation with those whom the title names.
 */
export const timestamp = {
  ...english,
  shapes: ['timestamp'],
  roles: {
    question: ['Speaker', 'Reporter', 'Audience', 'Question'],
    asker: [String.raw`^(?:Speaker|Reporter) \d{1,2}$`],
    host: ['^(?:Moderator|Operator)$'],
    roster: [
      String.raw`^(?<name>[A-Z][a-z]+(?: [A-Z]\.)?(?:[ -][A-Z][A-Za-z]+){1,2}) (?:Press|News|White House|State)`,
      String.raw`(?:Press Secretary|Spokesperson|Secretary) (?<name>[A-Z][a-z]+(?: [A-Z]\.)?(?:[ -][A-Z][A-Za-z]+){1,2})`,
    ],
  },
} satisfies ProfileInput;
