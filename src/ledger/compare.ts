import type { ExchangeChange, VersionChange } from '../model/change.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { diffSentences } from './diff.ts';
import { longestRun, type Pair } from './pair.ts';
import { sentencesIn } from './sentences.ts';
import { exchangeWording } from './wording.ts';

type Children = Transcript['children'];

/** What changed between two versions, exchange by exchange, and outside of them. */
export function compareVersions(before: Children, after: Children): VersionChange {
  return {
    exchanges: compareExchanges(exchangesIn(before), exchangesIn(after)),
    outside: diffSentences(sentencesIn(othersIn(before)), sentencesIn(othersIn(after))),
  };
}

function compareExchanges(olds: Exchange[], news: Exchange[]): ExchangeChange[] {
  const places = new Map(olds.map(({ n }, at) => [n, at]));
  const moved = movedNumbers(olds, news);
  const changes = news.map((fresh) => {
    const old = olds[places.get(fresh.n) ?? -1];
    return changeOf(fresh.n, old, fresh, moved.has(fresh.n));
  });
  for (const [at, old] of olds.entries()) {
    if (news.some(({ n }) => n === old.n)) continue;
    const previous = olds[at - 1]?.n;
    const place = changes.findIndex(({ n }) => n === previous) + 1;
    changes.splice(place, 0, changeOf(old.n, old, undefined, false));
  }
  return changes;
}

function changeOf(
  n: string,
  old: Exchange | undefined,
  fresh: Exchange | undefined,
  moved: boolean,
): ExchangeChange {
  return {
    n,
    in: old && fresh ? 'both' : old ? 'before' : 'after',
    edited:
      old !== undefined && fresh !== undefined && exchangeWording(old) !== exchangeWording(fresh),
    moved,
    sentences: diffSentences(sentencesIn(old?.children ?? []), sentencesIn(fresh?.children ?? [])),
  };
}

function movedNumbers(olds: Exchange[], news: Exchange[]): Set<string> {
  const pairs = olds.flatMap(({ n }, old): (Pair & { n: string })[] => {
    const at = news.findIndex((fresh) => fresh.n === n);
    return at < 0 ? [] : [{ n, old, new: at, score: 1 }];
  });
  const still = new Set<Pair>(longestRun(pairs));
  return new Set(pairs.filter((pair) => !still.has(pair)).map(({ n }) => n));
}

const exchangesIn = (children: Children): Exchange[] =>
  children.filter((child) => child.type === 'exchange');

const othersIn = (children: Children) => children.filter((child) => child.type !== 'exchange');
