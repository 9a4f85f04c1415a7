import type { ProfileInput } from '../../model/profile.ts';
import { english } from './english.ts';

/**
 * CHAIR POWELL. … / HOWARD SCHNEIDER. … / MICHELLE SMITH. Richard.: a label in capitals and a full stop.
 *
 * Text of the Federal Reserve's press conferences. Class S and C (text taken from PDF); a moderator calls on
 * each reporter. `U.S. ` and `FOMC. ` at the start of a line have the shape of a label and no role.
 */
export const fedCapsDot = {
  ...english,
  shapes: ['caps-dot'],
  roles: {
    question: ['QUESTION'],
    speaker: [
      String.raw`^(?:VICE )?CHAIR(?:MAN|WOMAN)?(?: PRO TEMPORE)? (?<name>\p{Lu}[\p{Lu}.'’ -]{1,30})$`,
    ],
    host: ['^MICHELLE SMITH$', '^MODERATOR$'],
    roster: ["Chair(?:man|woman)? (?<name>[A-Z][a-z]+)['’]s Press Conference"],
  },
  noise: [
    {
      id: 'page-header',
      pattern: String.raw`^[A-Z][a-z]+ \d{1,2}, \d{4}\s+Chair.{0,40}Press Conference\s+(?:FINAL|PRELIMINARY)?$`,
    },
    { id: 'page-number', pattern: String.raw`^Page \d{1,3} of \d{1,3}$` },
  ],
} satisfies ProfileInput;
