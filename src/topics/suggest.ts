import { phraseOf, type Topic, type TopicLanguage } from '../model/topic.ts';
import { comparable } from './comparable.ts';
import { gramsIn, wordEdges } from './grams.ts';
import { scanner } from './scan.ts';

/** A question to look for phrases in, and whether it is of the part that is looked at. */
export interface Question {
  exchange: string;
  words: string;
  inFocus: boolean;
}

/** A phrase that is said in the focus more often than elsewhere, and that no topic looks for. */
export interface Suggestion {
  phrase: string;
  /** Questions in the focus that say it, and those elsewhere. */
  focus: number;
  elsewhere: number;
  /** Log-likelihood ratio (Dunning 1993) of the two shares: from 10.8 on, chance explains one in a thousand. */
  keyness: number;
  /** Up to three exchanges of the focus that say it, the last given first. */
  examples: string[];
}

const leastKeyness = 10.8;
const leastQuestions = 3;

/** How many times its share elsewhere a phrase's share of the focus is at the least: a subject, not a habit. */
const leastRatio = 4;

/** The phrases of one language that would make a topic: the highest keyness first, then by phrase. */
export function suggest(
  questions: readonly Question[],
  topics: Iterable<Topic>,
  language: TopicLanguage,
): Suggestion[] {
  const gramsOf = gramsBeyond(topics, language);
  const focus = questions.filter(({ inFocus }) => inFocus);
  const said = new Map<string, string[]>();
  for (const { exchange, words } of focus)
    for (const gram of gramsOf(words)) said.set(gram, [...(said.get(gram) ?? []), exchange]);
  const frequent = [...said].filter(([, exchanges]) => exchanges.length >= leastQuestions);
  const others = questions.filter(({ inFocus }) => !inFocus);
  const elsewhere = timesIn(others, new Set(frequent.map(([gram]) => gram)), gramsOf);
  const scored = frequent.map(([phrase, exchanges]) => {
    const counts = { focus: exchanges.length, elsewhere: elsewhere.get(phrase) ?? 0 };
    const keyness = keynessOf(counts, focus.length, others.length);
    return { phrase, ...counts, keyness, exchanges };
  });
  const ranked = scored
    .filter(({ keyness }) => keyness >= leastKeyness)
    .filter((it) => it.focus * others.length >= leastRatio * it.elsewhere * focus.length)
    .sort((a, b) => b.keyness - a.keyness || b.phrase.length - a.phrase.length);
  return withoutEchoes(ranked).map(({ exchanges, ...suggestion }) => ({
    ...suggestion,
    examples: exchanges.slice(-3).reverse(),
  }));
}

/** Finds the phrases of words outside what topics look for already: a word that they hold a part of is theirs. */
function gramsBeyond(
  topics: Iterable<Topic>,
  language: TopicLanguage,
): (words: string) => Set<string> {
  const sought = [...topics].flatMap(({ phrases }) => (phrases[language] ?? []).map(phraseOf));
  const scan = scanner(new Set(sought.map(comparable)));
  return (words) => {
    const said = comparable(words);
    const text = said.split('');
    const edges = wordEdges(said, language);
    for (const hit of scan(said)) {
      const start = edges.findLast((edge) => edge <= hit.start);
      text.fill(
        '\n',
        start,
        edges.find((edge) => edge >= hit.end),
      );
    }
    return gramsIn(text.join(''), language);
  };
}

function timesIn(
  questions: readonly Question[],
  grams: Set<string>,
  gramsOf: (words: string) => Set<string>,
): Map<string, number> {
  const times = new Map<string, number>();
  for (const { words } of questions)
    for (const gram of gramsOf(words))
      if (grams.has(gram)) times.set(gram, (times.get(gram) ?? 0) + 1);
  return times;
}

/** Dunning's log-likelihood ratio; negative where the phrase is rarer in the focus than elsewhere. */
function keynessOf(
  counts: { focus: number; elsewhere: number },
  inFocus: number,
  others: number,
): number {
  const share = (counts.focus + counts.elsewhere) / (inFocus + others);
  const term = (seen: number, size: number) =>
    seen > 0 ? seen * Math.log(seen / (share * size)) : 0;
  const ratio = 2 * (term(counts.focus, inFocus) + term(counts.elsewhere, others));
  return counts.focus / inFocus >= share ? ratio : -ratio;
}

/** Without phrases most of whose exchanges a better one has shown already: pieces of it, and its company. */
function withoutEchoes<T extends { exchanges: string[] }>(ranked: T[]): T[] {
  const shown = new Set<string>();
  return ranked.filter(({ exchanges }) => {
    const fresh = exchanges.filter((exchange) => !shown.has(exchange));
    for (const exchange of exchanges) shown.add(exchange);
    return fresh.length * 2 > exchanges.length;
  });
}
