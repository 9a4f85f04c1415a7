import type { Listed } from '../model/archive.ts';
import type { Placement } from '../model/topic.ts';

/** How often each topic comes among some exchanges, up to any day. */
export class Usual {
  readonly #days: string[];
  readonly #topics = new Map<string, string[]>();

  constructor(listed: Listed[], placementsOf: (exchange: Listed['exchange']) => Placement[]) {
    const byDay = listed.toSorted((a, b) => compare(a.transcript.date, b.transcript.date));
    this.#days = byDay.map(({ transcript }) => transcript.date);
    for (const { exchange, transcript } of byDay)
      for (const { topic } of placementsOf(exchange)) {
        const days = this.#topics.get(topic);
        if (days) days.push(transcript.date);
        else this.#topics.set(topic, [transcript.date]);
      }
  }

  /** How many of the exchanges there are until the end of a day. */
  all(last: string): number {
    return upTo(this.#days, last);
  }

  /** How many of them a topic has until the end of a day. */
  count(topic: string, last: string): number {
    return upTo(this.#topics.get(topic) ?? [], last);
  }

  /** The share of them, 0 to 1, that a topic has until the end of a day; later days do not change it. */
  share(topic: string, last: string): number {
    return this.count(topic, last) / Math.max(1, this.all(last));
  }
}

/** How many of the days, in order, are not after the last one. */
function upTo(days: string[], last: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
