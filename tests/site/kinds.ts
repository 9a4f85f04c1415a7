/** The path of one page of every kind in the fixture archive. */
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
  calendar: 'calendar/',
  source: 'sources/cal-zh/',
  sources: 'sources/',
  about: 'about/',
  search: 'search/',
  missing: 'no/such/page',
};
