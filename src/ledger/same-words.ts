import { equalPairs } from './equal-pairs.ts';
import { groupBy } from './group-by.ts';
import { likeness, type Weigh } from './likeness.ts';
import type { Pair } from './pair.ts';
import type { Side, Sight } from './sight.ts';

type Listed = Map<number, Sight>;

/**
 * Pairs of the same asker, question and answer, in order, with score 1: only case, width, punctuation
 * or the Chinese script differ. Where only sketches are left there are none.
 */
export const sameWords = (olds: Listed, news: Listed): Pair[] =>
  equalPairs(keyed(olds, said), keyed(news, said));

/**
 * The old exchanges without those that the last wording did not show, where one that it showed says
 * the same: that one goes on.
 */
export function withoutGoneTwins(olds: Listed, placed: (old: number) => boolean): Listed {
  const keys = keyed(olds, said);
  const shown = new Set(keys.flatMap(([at, key]) => (key !== null && placed(at) ? [key] : [])));
  const twins = new Set(
    keys.flatMap(([at, key]) => (shown.has(key ?? '') && !placed(at) ? [at] : [])),
  );
  return new Map([...olds].filter(([at]) => !twins.has(at)));
}

/**
 * Pairs of the same asker and question where answers changed places among the questions: each answer
 * that one of the old ones had, one of the new ones has, and no other.
 */
export function swappedAnswers(olds: Listed, news: Listed, weigh: Weigh): Pair[] {
  let found = sameQuestions(olds, news).flatMap((pair) => {
    const [old, fresh] = [olds.get(pair.old), news.get(pair.new)];
    return old && fresh
      ? [{ pair, old, fresh, before: answered(old), after: answered(fresh) }]
      : [];
  });
  for (let count = -1; count !== found.length; ) {
    count = found.length;
    const before = new Set(found.map((it) => it.before));
    const after = new Set(found.map((it) => it.after));
    found = found.filter((it) => after.has(it.before) && before.has(it.after));
  }
  return found.map(({ pair, old, fresh }) => ({ ...pair, score: likeness(old, fresh, weigh) }));
}

/**
 * Exchanges whose asker and question are, word for word, those of one exchange of the other list: the
 * position of that one, for old and for new ones. What two of one list ask does not count.
 */
export function askedAgain(
  olds: Listed,
  news: Listed,
): { newOf: Map<number, number>; oldOf: Map<number, number> } {
  const pairs = sameQuestions(olds, news);
  return {
    newOf: new Map(pairs.map((pair) => [pair.old, pair.new])),
    oldOf: new Map(pairs.map((pair) => [pair.new, pair.old])),
  };
}

/** Pairs of the same asker and question, of those that nobody else of either list asks. */
const sameQuestions = (olds: Listed, news: Listed): Pair[] =>
  equalPairs(onlyOnes(keyed(olds, asked)), onlyOnes(keyed(news, asked)));

type Keys = [at: number, key: string | null][];

const keyed = (list: Listed, keyOf: (it: Sight) => string | null): Keys =>
  [...list].map(([at, it]) => [at, keyOf(it)]);

const onlyOnes = (keys: Keys): Keys =>
  [...groupBy(keys, ([, key]) => key).values()].flatMap((group) => (group.length > 1 ? [] : group));

function said(it: Sight): string | null {
  const [question, answer] = [textOf(it.question), answered(it)];
  return question === null || answer === null ? null : JSON.stringify([it.asker, question, answer]);
}

/** Null without a question. */
function asked({ asker, question }: Sight): string | null {
  const text = textOf(question);
  return text ? JSON.stringify([asker, text]) : null;
}

const answered = ({ answer }: Sight): string | null => textOf(answer);

const textOf = ({ units }: Side): string | null => units?.join() ?? null;
