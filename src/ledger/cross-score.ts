import type { Exchange } from '../model/transcript.ts';
import { exchangeWords } from './exchange-words.ts';

/** What of an exchange does not depend on its language. */
interface Traits {
  outlet: string | null;
  /** Numbers and names of question and answer. */
  marks: Set<string>;
  /** Share of the edition's characters, for the two tell of one event at about the same length. */
  share: number;
}

/**
 * How likely each exchange of one edition is each of another in another language, 0 to 1: half of it
 * the outlet, the rest numbers and names that both mention, and the share of the whole text.
 */
export function crossScore(
  left: Exchange[],
  right: Exchange[],
  termsOf: (text: string) => Iterable<string>,
): number[][] {
  const [ours, theirs] = [traitsOf(left, termsOf), traitsOf(right, termsOf)];
  const common = (mark: string) =>
    Math.max(...[ours, theirs].map((list) => list.filter(({ marks }) => marks.has(mark)).length));
  return ours.map((a) => theirs.map((b) => score(a, b, (mark) => 1 / common(mark))));
}

function score(a: Traits, b: Traits, weigh: (mark: string) => number): number {
  const outlet = a.outlet === null || b.outlet === null ? 0.25 : a.outlet === b.outlet ? 0.5 : 0;
  const length = Math.min(a.share, b.share) / Math.max(a.share, b.share, Number.EPSILON);
  const sum = (marks: Iterable<string>) => [...marks].reduce((all, mark) => all + weigh(mark), 0);
  const whole = sum(new Set([...a.marks, ...b.marks]));
  const shared = sum([...a.marks].filter((mark) => b.marks.has(mark)));
  const marks = whole === 0 ? 0.5 : shared / whole;
  return outlet + 0.3 * marks + 0.2 * length;
}

function traitsOf(exchanges: Exchange[], termsOf: (text: string) => Iterable<string>): Traits[] {
  const texts = exchanges.map((exchange) => {
    const { question, answer } = exchangeWords(exchange);
    return `${question}\n${answer}`;
  });
  const whole = texts.reduce((sum, text) => sum + text.length, 0);
  return exchanges.map(({ children }, at) => {
    const text = texts[at] ?? '';
    const asks = children.find((child) => child.type === 'turn' && child.kind === 'question');
    return {
      outlet: asks?.type === 'turn' ? asks.outlet : null,
      marks: new Set([...numbersIn(text), ...latinIn(text), ...termsOf(text)]),
      share: text.length / Math.max(1, whole),
    };
  });
}

/** Numbers in digits, without their separators: `1,400` is `1400`. */
const numbersIn = (text: string): string[] =>
  (text.normalize('NFKC').match(/\d+(?:[.,]\d+)*/g) ?? []).map((it) => it.replaceAll(',', ''));

/** Acronyms, which Chinese texts print as they are: `BNO`, `G20`. */
const latinIn = (text: string): string[] => text.match(/\b[A-Z][A-Z0-9]+\b/g) ?? [];
