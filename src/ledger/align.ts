import { candidates } from './candidates.ts';
import { contest } from './contest.ts';
import { likeness, type Weigh, weights } from './likeness.ts';
import type { Pair } from './pair.ts';
import { pieceShare, type Spread, spreads } from './reshape.ts';
import { askedAgain, sameWords, swappedAnswers, withoutGoneTwins } from './same-words.ts';
import type { Sight } from './sight.ts';

/** What became of the old exchanges. */
export interface Alignment {
  /** The same exchange. */
  pairs: Pair[];
  /** New exchanges that hold a part of an old one which another new one continues. */
  splits: Pair[];
  /** Old exchanges whose words are now in a new one that continues another old one. */
  merges: Pair[];
  /** Alike, but not more than another pair, or not enough: a person has to say. */
  doubts: Pair[];
  /** Every pair of exchanges without an equal in the other list that was weighed, the likeliest first. */
  weighed: Pair[];
  /** For each old exchange the score of the new one that is most like it; 0 where there is none. */
  nearest: number[];
}

/**
 * Say which new exchange is which old one, by asker, question and answer.
 *
 * `sure` pairs are given and lend the others their neighbours; `placed` says which old ones the last
 * wording showed. A place supports a likeness, it never makes one.
 */
export function align(
  olds: Sight[],
  news: Sight[],
  sure: Pair[],
  placed: (old: number) => boolean,
): Alignment {
  const weigh = weights(olds, news);
  const open = unclaimed(
    withoutGoneTwins(new Map(olds.entries()), placed),
    new Map(news.entries()),
    sure,
  );
  const same = sameWords(open.olds, open.news);
  const changed = unclaimed(open.olds, open.news, same);
  const swapped = swappedAnswers(changed.olds, changed.news, weigh);
  const free = unclaimed(changed.olds, changed.news, swapped);
  const shaped = reshape(free.olds, free.news, weigh);
  const known = [...sure, ...same, ...swapped, ...shaped.pairs];
  const claims = [...shaped.pairs, ...shaped.splits, ...shaped.merges];
  const rest = unclaimed(free.olds, free.news, claims);
  const likely = candidates(rest.olds, rest.news, weigh);
  const { pairs, doubts } = contest(likely, known, placed);
  const nearest = olds.map(() => 0);
  for (const { old, score } of [...known, ...likely]) {
    nearest[old] = Math.max(nearest[old] ?? 0, score);
  }
  return { ...shaped, pairs: [...known, ...pairs], doubts, weighed: likely, nearest };
}

/** Exchanges by their positions. */
type Listed = Map<number, Sight>;

/** The exchanges of either list that no pair claims. */
function unclaimed(olds: Listed, news: Listed, pairs: Pair[]): { olds: Listed; news: Listed } {
  const rest = (list: Listed, side: 'old' | 'new') => {
    const claimed = new Set(pairs.map((pair) => pair[side]));
    return new Map([...list].filter(([at]) => !claimed.has(at)));
  };
  return { olds: rest(olds, 'old'), news: rest(news, 'new') };
}

/** Splits and merges; the heir of each keeps the number. */
function reshape(olds: Listed, news: Listed, weigh: Weigh) {
  const { newOf, oldOf } = askedAgain(olds, news);
  const splits = spreads(olds, news, weigh, oldOf);
  const claimed = new Set(splits.flatMap(({ pieces }) => pieces));
  const broken = new Set(splits.map(({ whole }) => whole));
  const merges = spreads(
    new Map([...news].filter(([at]) => !claimed.has(at))),
    new Map([...olds].filter(([at]) => !broken.has(at))),
    weigh,
    newOf,
  );
  const pair = (old: number, at: number, score: typeof pieceShare): Pair => {
    const [a, b] = [olds.get(old), news.get(at)];
    return { old, new: at, score: a && b ? score(a, b, weigh) : 0 };
  };
  const others = ({ pieces, heir }: Spread) => pieces.filter((piece) => piece !== heir);
  return {
    pairs: [
      ...splits.map(({ whole, heir }) => pair(whole, heir, likeness)),
      ...merges.map(({ whole, heir }) => pair(heir, whole, likeness)),
    ],
    splits: splits.flatMap((it) =>
      others(it).map((piece) =>
        pair(it.whole, piece, (old, fresh) => pieceShare(fresh, old, weigh)),
      ),
    ),
    merges: merges.flatMap((it) => others(it).map((piece) => pair(piece, it.whole, pieceShare))),
  };
}
