import type { Draft, DraftExchange } from '../model/draft.ts';
import { match, type Old } from './match.ts';
import { wordSight } from './sight.ts';
import { exchangesOf } from './sighting.ts';
import { featuresOf, unitsOf } from './units.ts';
import { exchangeWording, wording } from './wording.ts';

/** From this share of aligned words on, two pages of different days are one record with another date. */
const same = 0.5;

/** Below this share, doubtful words counted in, they are records of two days: formulae are the same every day. */
const other = 0.1;

/**
 * Say whether two pages that give different days are one record, two, or whether a person must say.
 *
 * The share is of the words of the shorter page. A page without an exchange is known by all its words.
 */
export function kinship(known: Draft, fresh: Draft): 'same' | 'doubt' | 'other' {
  const { sure, doubtful } = alignedShare(exchangesOf(known), exchangesOf(fresh)) ?? {
    sure: commonShare(known, fresh),
    doubtful: 0,
  };
  if (sure >= same) return 'same';
  return sure + doubtful < other ? 'other' : 'doubt';
}

/** Exchanges as `match` takes them, without numbers. */
export const unnumbered = (exchanges: DraftExchange[]): Old[] =>
  exchanges.map((it) => ({
    n: '',
    placed: true,
    key: exchangeWording(it),
    sight: () => wordSight(it),
  }));

function alignedShare(
  olds: DraftExchange[],
  news: DraftExchange[],
): { sure: number; doubtful: number } | null {
  if (olds.length === 0 || news.length === 0) return null;
  const { pairs, splits, merges, doubts } = match(unnumbered(olds), unnumbered(news));
  const size = (it: DraftExchange | undefined) => (it ? exchangeWording(it).length : 0);
  const sizeOf = (list: Iterable<DraftExchange>) =>
    [...list].reduce((sum, it) => sum + size(it), 0);
  const shorter = Math.max(1, Math.min(sizeOf(olds), sizeOf(news)));
  const both = (list: typeof pairs) =>
    list.reduce((sum, it) => sum + Math.min(size(olds[it.old]), size(news[it.new])), 0);
  return {
    sure: both([...pairs, ...splits, ...merges]) / shorter,
    doubtful: both(doubts) / shorter,
  };
}

function commonShare(a: Draft, b: Draft): number {
  const [one, two] = [a, b].map(({ children }) => featuresOf(unitsOf(wording(children))));
  if (!one || !two) return 0;
  const common = [...one].filter((it) => two.has(it)).length;
  return common / Math.max(1, Math.min(one.size, two.size));
}
