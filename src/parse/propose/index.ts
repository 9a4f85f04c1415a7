import type { Dialects } from '../../model/dialect.ts';
import type { ProfileInput } from '../../model/profile.ts';
import type { Page } from '../page.ts';
import { proposeDates } from './dates.ts';
import { noDay, type Reading, readAs, readings } from './dialect.ts';
import { proposeLanguage } from './language.ts';
import { proposeInstitution, proposeUrls, proposeZone } from './names.ts';
import { open, placesOf } from './selectors.ts';

/** What a source of pages like this one would be; all that a page can say of it. */
export interface Proposal {
  /** Of the institution, such as `mfa`. */
  institution: string;
  /** The site's own name for itself, or the host. */
  publisher: string;
  language: string;
  /** Null where the address belongs to no country. */
  timeZone: string | null;
  urls: string[];
  dialect: string;
  profile: Pick<ProfileInput, 'title' | 'body' | 'drop' | 'dates'>;
  /** What each dialect makes of the page, the proposed one first. */
  readings: Reading[];
}

/**
 * Propose a source from one of its pages, HTML. The best reading may still have no draft, and one of a
 * page without a date has the day `1900-01-01`. `own` are the archive's own dialects.
 */
export function propose(page: Page, own: Dialects = new Map()): Proposal {
  const $ = open(page.text);
  const places = placesOf($);
  const { title, body, drop } = places;
  const language = proposeLanguage($(body[0] ?? 'body').text(), $('html').attr('lang'));
  const dates = proposeDates($, page.url);
  const found = readings(page, language, { ...places, dates }, own);
  const [best] = found;
  const needed = dates.filter(({ from }) => from === best?.parsed.draft?.dateFrom);
  const plain =
    best && readAs(page, best.dialect, language, places, own).parsed.draft?.date !== noDay;
  return {
    institution: proposeInstitution(page.url),
    publisher: $('meta[property="og:site_name"]').attr('content') ?? new URL(page.url).hostname,
    language,
    timeZone: proposeZone(page.url),
    urls: proposeUrls(page.url),
    dialect: best?.dialect ?? '',
    profile: {
      title,
      body,
      ...(drop.length > 0 && { drop }),
      ...(!plain && needed.length > 0 && { dates: needed }),
    },
    readings: found,
  };
}

/** The proposal with the places of another page of the same dialect, tried after its own. */
export function widen(found: Proposal, other: Proposal): Proposal {
  if (other.dialect !== found.dialect || !other.readings[0]?.parsed.draft) return found;
  const both = <T>(first: T[] = [], second: T[] = []): T[] => [
    ...new Map([...first, ...second].map((one) => [JSON.stringify(one), one])).values(),
  ];
  const { title, body, drop, dates } = other.profile;
  const all = both(found.profile.drop, drop);
  const rules = both(found.profile.dates, dates);
  const profile = {
    title: both(found.profile.title, title),
    body: both(found.profile.body, body),
    ...(all.length > 0 && { drop: all }),
    ...(rules.length > 0 && { dates: rules }),
  };
  return { ...found, profile };
}
