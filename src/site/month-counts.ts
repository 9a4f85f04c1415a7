import type { Archive, Listed, View } from '../model/archive.ts';
import { byMonth, daysOf } from './days-of.ts';

/** How many exchanges a month has that a listing can choose from. */
export class MonthCounts {
  readonly #archive: Archive;
  readonly #listed: Listed[];
  /** Day → exchanges, oldest first, by the place whose own briefings are left out; '' for none. */
  readonly #days = new Map<string, Map<string, number>>();
  /** Listings of hundreds end on the same day. */
  readonly #known = new Map<string, ReadonlyMap<string, number>>();

  /** Counts the given exchanges, which are those that listings count. */
  constructor(archive: Archive, listed: Listed[]) {
    this.#archive = archive;
    this.#listed = listed;
  }

  /** YYYY-MM → exchanges until the end of a listing's last day, oldest first, so that later days change nothing. */
  upToLast(view: View): ReadonlyMap<string, number> {
    const last = view.exchanges[0]?.transcript.date;
    if (last === undefined) return new Map();
    const home = this.#homeOf(view);
    const key = `${home} ${last}`;
    const months = this.#known.get(key) ?? byMonth(this.#daysBeside(home), last);
    this.#known.set(key, months);
    return months;
  }

  /** The country that a topic is, if institutions of its own speak here: it is no topic of their briefings. */
  #homeOf({ kind, id }: View): string {
    const territory = kind === 'topics' ? this.#archive.topics.get(id)?.territory : undefined;
    const places = [...this.#archive.institutions.values()].map(({ place }) => place);
    return territory !== undefined && places.includes(territory) ? territory : '';
  }

  #daysBeside(home: string): Map<string, number> {
    const { institutions } = this.#archive;
    const isAway = ({ transcript }: Listed) =>
      institutions.get(transcript.institution)?.place !== home;
    const days = this.#days.get(home) ?? daysOf(this.#listed.filter(isAway));
    this.#days.set(home, days);
    return days;
  }
}
