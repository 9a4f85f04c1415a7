import type { ProfileInput } from '../../model/profile.ts';
import { english } from './english.ts';
import { person } from './person.ts';

/**
 * Name: (00:12), or Name (00:12): since 2022, the text on the lines below; the label comes again each minute for the same speaker.
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
      `^(?<name>${person}) (?:Press|News|White House|State)`,
      `(?:Press Secretary|Spokesperson|Secretary) (?<name>${person})`,
    ],
  },
} satisfies ProfileInput;
