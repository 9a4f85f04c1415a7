/** What the page shows: all of it is in the address, so that a search can be shared. */
export interface State {
  /** The query as typed. */
  q: string;
  sort: 'newest' | 'oldest' | 'relevance';
  /** From 1. */
  page: number;
  /** Exchanges, or every hit on a line of its own, sorted by date or by a neighbour. */
  view: 'list' | 'lines' | 'left' | 'right';
  /** What the chart counts. */
  chart: 'counts' | 'share' | 'rate';
  /** Words to compare with, as typed, by commas. */
  c: string;
}

const first: State = { q: '', sort: 'newest', page: 1, view: 'list', chart: 'counts', c: '' };

const choices = {
  sort: ['newest', 'oldest', 'relevance'],
  view: ['list', 'lines', 'left', 'right'],
  chart: ['counts', 'share', 'rate'],
} as const;

function chosen<T extends string>(values: readonly T[], given: string | null, otherwise: T): T {
  return values.find((value) => value === given) ?? otherwise;
}

/** Reads the query part of an address; what it does not know is as at first. */
export function readState(search: string): State {
  const given = new URLSearchParams(search);
  const page = Number(given.get('page'));
  return {
    q: given.get('q') ?? '',
    c: given.get('c') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    sort: chosen(choices.sort, given.get('sort'), first.sort),
    view: chosen(choices.view, given.get('view'), first.view),
    chart: chosen(choices.chart, given.get('chart'), first.chart),
  };
}

/** The address of a state, from the search page: `?q=…`; what is as at first is left out. */
export function addressOf(state: State): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (value !== Object.entries(first).find(([name]) => name === key)?.[1])
      given.set(key, String(value));
  }
  return `?${given}`;
}
