import type { Exchange } from '../model/transcript.ts';
import { exchangeWords } from './exchange-words.ts';
import { marksIn } from './marks.ts';

/** Names and subjects of an exchange, as ids that do not depend on its language. */
export type NamesOf = (exchange: Exchange) => Iterable<string>;

/** What of an exchange does not depend on its language. */
interface Traits {
  outlet: string | null;
  /** Numbers and names of question and answer. */
  marks: Set<string>;
  /** Share of the edition's characters, for the two tell of one event at about the same length. */
  share: number;
}

/** How likely two exchanges are one, 0 to 1. */
export interface CrossScore {
  score: number;
  /** The same were nothing known of who asks: an edition may name another outlet. */
  unnamed: number;
}

/**
 * How likely each exchange of one edition is each of another in another language: two fifths of it
 * the outlet, two fifths the numbers and names that both mention, a fifth the share of the whole text.
 */
export function crossScores(left: Exchange[], right: Exchange[], namesOf: NamesOf): CrossScore[][] {
  const [ours, theirs] = [traitsOf(left, namesOf), traitsOf(right, namesOf)];
  const [often, oftenThere] = [timesOf(ours), timesOf(theirs)];
  const weigh = (mark: string) => 1 / Math.max(1, often.get(mark) ?? 0, oftenThere.get(mark) ?? 0);
  return ours.map((a) => theirs.map((b) => scoreOf(a, b, weigh)));
}

function scoreOf(a: Traits, b: Traits, weigh: (mark: string) => number): CrossScore {
  const unknown = 0.2;
  const outlet = a.outlet === null || b.outlet === null ? unknown : a.outlet === b.outlet ? 0.4 : 0;
  const length = Math.min(a.share, b.share) / Math.max(a.share, b.share, Number.EPSILON);
  const marks = markShare(a.marks, b.marks, weigh);
  // Both speak of numbers or names and of none in common: a like length is then chance.
  const words = marks === 0 ? 0 : 0.4 * marks + 0.2 * length;
  return { score: outlet + words, unnamed: unknown + words };
}

/** Weight of the marks in common over that of all; where a side has none, it tells little. */
function markShare(a: Set<string>, b: Set<string>, weigh: (mark: string) => number): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 0.5 : 0.25;
  const sum = (marks: Iterable<string>) => [...marks].reduce((all, mark) => all + weigh(mark), 0);
  return sum([...a].filter((mark) => b.has(mark))) / sum(new Set([...a, ...b]));
}

function traitsOf(exchanges: Exchange[], namesOf: NamesOf): Traits[] {
  const texts = exchanges.map((exchange) => {
    const { question, answer } = exchangeWords(exchange);
    return `${question}\n${answer}`;
  });
  const whole = texts.reduce((sum, text) => sum + text.length, 0);
  return exchanges.map((exchange, at) => {
    const text = texts[at] ?? '';
    const asks = exchange.children.find(
      (child) => child.type === 'turn' && child.kind === 'question',
    );
    return {
      outlet: asks?.type === 'turn' ? asks.outlet : null,
      marks: new Set([...marksIn(text), ...namesOf(exchange)]),
      share: text.length / Math.max(1, whole),
    };
  });
}

/** How many exchanges of an edition have a mark: what all have tells nothing. */
function timesOf(list: Traits[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const mark of list.flatMap(({ marks }) => [...marks])) {
    times.set(mark, (times.get(mark) ?? 0) + 1);
  }
  return times;
}
