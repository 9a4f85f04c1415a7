import type { LastWords } from '../model/ledger.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { diffSentences, type SentenceChange } from './diff.ts';
import { exchangeWords } from './exchange-words.ts';
import { longestRun, type Pair } from './pair.ts';
import { wording } from './wording.ts';

/** What became of one exchange between two versions of a transcript. */
export interface ExchangeChange {
  n: string;
  /** Whether both versions show it, or only one. */
  in: 'both' | 'before' | 'after';
  edited: boolean;
  /** Whether it stands elsewhere among those that both show. */
  moved: boolean;
  /** The asker's label in either version; null where there is none. */
  asker: { before: string | null; after: string | null };
  question: SentenceChange[];
  answer: SentenceChange[];
}

type Children = Transcript['children'];

/**
 * What changed between two versions, exchange by exchange in the order of the newer; one that only
 * the older shows stands after the exchange it stood after.
 */
export function compareVersions(before: Children, after: Children): ExchangeChange[] {
  const [olds, news] = [exchangesIn(before), exchangesIn(after)];
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
  const none: LastWords = { asker: null, question: '', answer: '' };
  const before = old ? exchangeWords(old) : none;
  const after = fresh ? exchangeWords(fresh) : none;
  return {
    n,
    in: old && fresh ? 'both' : old ? 'before' : 'after',
    edited: old !== undefined && fresh !== undefined && wording([old]) !== wording([fresh]),
    moved,
    asker: { before: before.asker, after: after.asker },
    question: diffSentences(before.question, after.question),
    answer: diffSentences(before.answer, after.answer),
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
