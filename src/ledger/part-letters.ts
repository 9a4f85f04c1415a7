import type { DraftExchange } from '../model/draft.ts';
import type { Face, LedgerLine } from '../model/ledger.ts';
import { partWords } from './exchange-words.ts';
import { sketchSize } from './face.ts';
import { match, type Old } from './match.ts';
import { nextLetters } from './numbers.ts';
import { longestRun } from './pair.ts';
import { clauseSide, type Sight, wordSide } from './sight.ts';
import { clauseBag, readSketch, sketch } from './sketch.ts';

/** What became of one part; parts that stayed as they were are not told. */
export type PartNews = Pick<LedgerLine<'part'>, 'part' | 'outcome' | 'score'>;

const nothing = clauseSide({ features: new Set(), limit: Number.POSITIVE_INFINITY });

/** The parts that the ledger remembers of an exchange in the same bytes; one `a` where it names none. */
export function rememberedParts({ parts = {}, question }: Face): Old[] {
  const sketches = Object.entries(parts);
  const whole: [string, string][] = [['a', question]];
  return (sketches.length > 0 ? sketches : whole).map(([n, key]) => ({
    n,
    key,
    placed: true,
    sight: () => sightOf(clauseSide(readSketch(key, sketchSize.part))),
  }));
}

/** The parts that an exchange had in an earlier wording. */
export function partsInMemory(exchange: DraftExchange): Old[] {
  return partWords(exchange).map(({ id, question }) => ({
    n: id,
    key: question,
    placed: true,
    sight: () => sightOf(wordSide(question)),
  }));
}

/**
 * The exchange with the letters that its parts have from now on, and what happened to them.
 *
 * Parts are aligned by their questions, as exchanges are. A letter in doubt is given to nobody: a
 * link to it then finds the exchange and no part, never another part. `taken` are all letters that
 * the exchange ever had.
 */
export function letterParts(
  exchange: DraftExchange,
  olds: Old[],
  taken: Iterable<string>,
): { exchange: DraftExchange; news: PartNews[] } {
  const [only] = olds;
  if (only && olds.length === 1 && exchange.parts.length === 1) {
    return { exchange: withLetters(exchange, [only.n]), news: [] };
  }
  const remembered = olds.some((old) => old.sight().question.units === null);
  const fresh = partWords(exchange).map(({ question }) => ({
    key: remembered ? sketch(question, sketchSize.part) : question,
    sight: () => sightOf(remembered ? clauseSide(clauseBag(question)) : wordSide(question)),
  }));
  const { pairs, nearest } = match(olds, fresh);
  const still = new Set(longestRun([...pairs].sort((a, b) => a.old - b.old)));
  const used = [...taken];
  const news: PartNews[] = [];
  const letters = exchange.parts.map((_, at) => {
    const pair = pairs.find((one) => one.new === at);
    const old = pair && olds[pair.old];
    const id = old?.n ?? nextLetters(used);
    const score = pair?.score ?? 0;
    used.push(id);
    if (!old) news.push({ part: id, outcome: 'new', score });
    else if (old.key !== fresh[at]?.key) news.push({ part: id, outcome: 'edited', score });
    else if (pair && !still.has(pair)) news.push({ part: id, outcome: 'moved', score });
    return id;
  });
  for (const [at, { n }] of olds.entries()) {
    if (!letters.includes(n)) news.push({ part: n, outcome: 'removed', score: nearest[at] ?? 0 });
  }
  return { exchange: withLetters(exchange, letters), news };
}

function withLetters(exchange: DraftExchange, letters: string[]): DraftExchange {
  const parts = exchange.parts.map((part, at) => ({ ...part, id: letters[at] ?? part.id }));
  return { ...exchange, parts };
}

const sightOf = (question: Sight['question']): Sight => ({
  asker: null,
  question,
  answer: nothing,
});
