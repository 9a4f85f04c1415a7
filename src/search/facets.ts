import type { Calendar } from './calendar.ts';
import type { LabelCounts } from './count-labels.ts';
import type { Facet } from './directory.ts';
import type { Mask } from './evaluate.ts';
import type { IdsFile } from './names.ts';

/** What found units are counted by. */
export type FacetName = 'year' | 'outlet' | 'speaker' | 'topic' | 'source';

/** Value (id, or year) → units found with it. */
export type Facets = Record<FacetName, Map<string, number>>;

/** One month: what was found in it, out of what there is. */
export interface Month {
  /** YYYY-MM */
  month: string;
  found: number;
  all: number;
  /** Said in all units of the month. */
  characters: number;
  /** How often the wanted words stand in the units found; only where that was asked for. */
  said?: number;
}

/** Facet counts and months of the units found so far; add every segment to it. */
export class Counts {
  readonly facets: Facets = {
    year: new Map(),
    outlet: new Map(),
    speaker: new Map(),
    topic: new Map(),
    source: new Map(),
  };
  readonly #months = new Map<string, Month>();
  found = 0;
  all = 0;

  /** Oldest first; months without a unit are not listed. */
  get months(): Month[] {
    return [...this.#months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
  }

  /** Counts a segment by time and source; `said` tells how often the words stand in a unit. */
  add(calendar: Calendar, mask: Mask, said?: ArrayLike<number>): void {
    for (const { first, units, date, source } of calendar.runs) {
      const month = this.#month(date.slice(0, 7), calendar);
      let found = 0;
      for (let unit = first; unit < first + units; unit++) found += mask[unit] ?? 0;
      month.all += units;
      month.found += found;
      this.all += units;
      this.found += found;
      for (let unit = first; said && unit < first + units; unit++) {
        month.said = (month.said ?? 0) + (mask[unit] ? (said[unit] ?? 0) : 0);
      }
      if (found === 0) continue;
      increase(this.facets.year, date.slice(0, 4), found);
      increase(this.facets.source, source, found);
    }
  }

  /** The counts with what was found by outlet, speaker and topic. */
  withLabels(labels: LabelCounts, ids: IdsFile): Facets {
    const named = (kind: Facet): Map<string, number> =>
      new Map([...labels[kind]].map(([value, found]) => [ids[kind][value] ?? '', found]));
    return {
      ...this.facets,
      outlet: named('outlet'),
      speaker: named('speaker'),
      topic: named('topic'),
    };
  }

  #month(month: string, { characters }: Calendar): Month {
    const known = this.#months.get(month);
    if (known) return known;
    const added = { month, found: 0, all: 0, characters: characters[month] ?? 0 };
    this.#months.set(month, added);
    return added;
  }
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) + by);
}
