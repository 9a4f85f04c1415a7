import { phraseOf, type Topic, type TopicLanguage } from '../model/topic.ts';
import { comparable } from './comparable.ts';
import { gramsIn, wordEdges, wordsOfPhrase } from './grams.ts';
import { scanner } from './scan.ts';
import { standsAlone } from './stands-alone.ts';

/** A question to look for phrases in. */
export interface Question {
  exchange: string;
  /** Of which briefing: what one briefing alone asks again and again is no subject yet. */
  briefing: string;
  words: string;
  /** The time that it is counted in; null where it is only compared with. */
  period: string | null;
}

/** A phrase that is said in one period more often than in all others, and that no topic looks for. */
export interface Suggestion {
  phrase: string;
  /** The period in which it is most its own. */
  period: string;
  /** Questions of the period that say it, and those of others. */
  focus: number;
  elsewhere: number;
  /** Log-likelihood ratio (Dunning 1993) of the two shares: from 10.8 on, chance explains one in a thousand. */
  keyness: number;
  /** Up to three exchanges of the period that say it, the last given first. */
  examples: string[];
}

const leastKeyness = 10.8;
const leastQuestions = 3;
const leastBriefings = 2;

/** How many times its share elsewhere a phrase's share of its period is at the least: a subject, not a habit. */
const leastRatio = 5;

/** The phrases of one language that would make a topic: the highest keyness first, then the longest. */
export function suggest(
  questions: readonly Question[],
  topics: Iterable<Topic>,
  language: TopicLanguage,
): Suggestion[] {
  const said = saidIn(questions, gramsBeyond(topics, language));
  const sizes = new Map<string | null, number>();
  for (const { period } of questions) sizes.set(period, (sizes.get(period) ?? 0) + 1);
  const ranked = [...said]
    .flatMap(([phrase, its]) => atItsPeak(phrase, its, sizes, questions.length))
    .filter(({ keyness, ratio }) => keyness >= leastKeyness && ratio >= leastRatio)
    .filter(({ phrase, period }) =>
      wordsOfPhrase(phrase, language).some((word) => {
        const counts = countsIn(period, said.get(word) ?? []);
        return ratioOf(counts, sizes.get(period) ?? 0, questions.length) >= leastRatio;
      }),
    )
    .filter(({ phrase }) => {
      const texts = (said.get(phrase) ?? []).map(({ words }) => comparable(words));
      return language !== 'zh' || standsAlone(phrase, texts);
    })
    .sort((a, b) => b.keyness - a.keyness || b.phrase.length - a.phrase.length);
  return withoutEchoes(ranked).map(({ exchanges, ratio, ...suggestion }) => ({
    ...suggestion,
    examples: exchanges.slice(-3).reverse(),
  }));
}

/** Phrase → the questions that say it, in the order given; only those that enough of them say. */
function saidIn(
  questions: readonly Question[],
  gramsOf: (words: string) => Set<string>,
): Map<string, Question[]> {
  const said = new Map<string, Question[]>();
  for (const question of questions)
    for (const gram of gramsOf(question.words)) {
      const others = said.get(gram);
      if (others) others.push(question);
      else said.set(gram, [question]);
    }
  return new Map([...said].filter(([, its]) => its.length >= leastQuestions));
}

/** A phrase in the period in which its keyness is highest; none where no period asks it often enough. */
function atItsPeak(
  phrase: string,
  said: Question[],
  sizes: ReadonlyMap<string | null, number>,
  all: number,
): (Omit<Suggestion, 'examples'> & { ratio: number; exchanges: string[] })[] {
  const periods = new Set(said.map(({ period }) => period));
  const peaks = [...periods].flatMap((period) => {
    const its = said.filter((it) => it.period === period);
    const isSpread = new Set(its.map(({ briefing }) => briefing)).size >= leastBriefings;
    if (period === null || its.length < leastQuestions || !isSpread) return [];
    const counts = countsIn(period, said);
    const size = sizes.get(period) ?? 0;
    const keyness = keynessOf(counts, size, all - size);
    const exchanges = its.map(({ exchange }) => exchange);
    return [{ phrase, period, ...counts, keyness, ratio: ratioOf(counts, size, all), exchanges }];
  });
  return peaks.sort((a, b) => b.keyness - a.keyness).slice(0, 1);
}

interface Counts {
  focus: number;
  elsewhere: number;
}

function countsIn(period: string | null, said: Question[]): Counts {
  const focus = said.filter((it) => it.period === period).length;
  return { focus, elsewhere: said.length - focus };
}

/** How many times its share elsewhere the share of a period is; infinite where nobody else says it. */
const ratioOf = ({ focus, elsewhere }: Counts, size: number, all: number): number =>
  (focus * (all - size)) / (elsewhere * size);

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

/** Dunning's log-likelihood ratio; negative where the phrase is rarer in the focus than elsewhere. */
function keynessOf(counts: Counts, inFocus: number, others: number): number {
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
