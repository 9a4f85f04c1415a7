import { docSheets } from '../../src/site/docs.ts';
import { type BuiltSite, built } from './built.ts';
import { withEditions } from './edition-archive.ts';

/** A site with a page of every kind. */
export async function kindsSite(): Promise<BuiltSite> {
  return built(withEditions(), { docs: await docSheets() });
}

/** The path of one page of every kind in it. */
export const kinds = {
  home: '',
  transcript: 'cal-zh/2031-03-14/',
  english: 'cal-en/2031-03-13/',
  exchange: 'cal-zh/2031-03-14/2/',
  topic: 'topics/tidal-barrier/',
  outlet: 'outlets/tidewire/',
  speaker: 'speakers/cen-ruolan/',
  index: 'topics/',
  briefings: 'years/',
  year: 'years/2029/',
  month: 'years/2031/03/',
  unplaced: 'unplaced/',
  calendar: 'calendar/',
  source: 'sources/cal-zh/',
  sources: 'sources/',
  about: 'about/',
  data: 'data/',
  search: 'search/',
  changed: 'changed/',
  compared: 'changed/cal-zh/2031-03-14-2/',
  removed: 'cal-zh/2031-03-14-2/2/',
  merged: 'cal-zh/2031-03-14-2/3/',
  withheld: 'cal-zh/2031-03-14-2/4/',
  editions: 'editions/',
  briefing: 'editions/cal-press/2031-05-06/',
  'side-by-side': 'editions/cal-press/2031-05-06/cal-en/cal-zh/',
  reprint: 'editions/cal-press/2031-05-06/cal-reprint/cal-zh/',
  docs: 'docs/parser/',
  missing: 'no/such/page',
};

/** What the search page shows once a reader has searched; it is drawn by a script. */
export const searches = {
  found: 'search/?q=潮汐',
  month: 'search/?q=潮汐 date:2031-05..2031-05',
  lines: 'search/?q=潮汐&view=lines',
  against: 'search/?q=潮汐&c=渡轮',
  none: 'search/?q=zzzz',
};
