import type { ProfileInput } from '../../model/profile.ts';
import { americanCaps } from './american-caps.ts';
import { person } from './person.ts';

/** Words of posts and departments that stand before a name in a title. */
const posts =
  'Secretary|Advisor|Coordinator|Director|Administrator|Spokesperson|Assistant|Ambassador|Representative|Governor|Communications|Hemisphere|State|Treasury|Defense|Agriculture|Commerce|Labor|Energy|Education|Transportation|Affairs|Security|Services|Development';

/**
 * `Q` with no-break spaces behind it and no colon / THE PRESIDENT: … / MS. PSAKI: …
 *
 * Class S: seen on 22 pages of whitehouse.gov (2020) and 129 Markdown pages of 2021 to 2025. Three no-break
 * spaces and a space after `Q` in 1,834 of 1,867 questions of 2020, other runs in the rest; hard-wrapped
 * Markdown may break the line right after `Q`.
 */
export const whiteHouse = {
  ...americanCaps,
  shapes: ['spaces', 'colon'],
  roles: {
    ...americanCaps.roles,
    question: ['Q', 'AUDIENCE MEMBER', 'PARTICIPANT'],
    roster: [String.raw`\b(?:${posts}) (?:Dr\. )?(?<name>${person})`],
  },
  dates: [
    { from: 'title', pattern: String.raw`(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})` },
    ...americanCaps.dates,
  ],
  notes: [
    ...americanCaps.notes,
    {
      id: 'place',
      pattern:
        '^(?:James S\\. Brady Press Briefing Room|Rose Garden|South Lawn|Via Teleconference|(?:Aboard )?Air Force One|En Route .{2,60})$',
      where: 'opening',
    },
    {
      id: 'date-line',
      pattern: String.raw`^\(?[A-Z][a-z]{2,8} \d{1,2}, \d{4}\)?$`,
      where: 'opening',
    },
  ],
  drop: [
    { id: 'share', selector: 'aside, .share, .editor__module' },
    { id: 'navigation', selector: 'nav, .sidebar-button' },
  ],
} satisfies ProfileInput;
