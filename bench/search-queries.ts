import type { Fold } from '../src/search/fold.ts';
import { type Unit, unitSides, wordsOfSide } from '../src/search/unit.ts';
import { seeded } from './search-corpus.ts';

/** A query and, by reading every text, which units it should find. */
export interface BenchQuery {
  typed: string;
  kind: string;
  test(sides: string[]): boolean;
}

/** The kinds of words that readers of press conferences look for, after reference/search.md. */
export const chinese = [
  '中方',
  '的',
  '涉疆',
  '反华',
  '窜访',
  '方对',
  '台湾',
  '南海',
  '制裁',
  '半导体',
  '汪文斌',
  '赵立坚',
  '佩洛西',
  '俄乌',
  '核污染水',
  '布林肯',
  '中美关系',
  '世卫组织',
  '病毒溯源',
  '新疆棉花',
  '一带一路',
  '命运共同体',
  '国务卿布林肯',
  '南海行为准则',
  '上海合作组织',
  '公海自由',
  '涉华议题',
  '孔子学院',
  '钓鱼岛',
  '人权理事会',
  '华为5G',
  'G7峰会',
  'G20',
  'F-35',
  'BNO',
  '中美关系面临',
  '不干涉内政',
  '坚决反对',
  '记者会',
  '第一个问题',
];
export const english = [
  'NATO',
  'Ukraine',
  'sanctions',
  'climate',
  'Taiwan',
  'border',
  'inflation',
  'Congress',
  'vaccine',
  'infrastructure',
  'Title 42',
  'prime minister',
  'national security',
  'supply chain',
  'G20',
];

/** Letters of scripts with spaces, said with other means than the engine's. */
const word = String.raw`[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]]`;
const startsInWord = new RegExp(`^${word}`, 'v');
const endsInWord = new RegExp(`${word}$`, 'v');

/** Whether a folded phrase stands in a folded text and cuts no word. */
export function stands(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + phrase.length, at + phrase.length + 2);
    const cut =
      (startsInWord.test(phrase) && endsInWord.test(before)) ||
      (endsInWord.test(phrase) && startsInWord.test(after));
    if (!cut) return true;
  }
  return false;
}

const inAny =
  (phrase: string) =>
  (sides: string[]): boolean =>
    sides.some((side) => stands(side, phrase));

/** The fixed queries: each word of an unquoted one must be there. */
export function fixedQueries(fold: Fold): BenchQuery[] {
  return [...chinese, ...english].map((typed) => {
    const words = fold.text(typed).split(' ').map(inAny);
    const kind = chinese.includes(typed) ? 'Chinese' : 'English';
    return { typed, kind, test: (sides) => words.every((test) => test(sides)) };
  });
}

/** Queries cut out of the archive's own texts: across word boundaries, with NOT, sides, phrases. */
export function generatedQueries(units: Unit[], fold: Fold, count: number): BenchQuery[] {
  const random = seeded(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const cut = (pattern: RegExp): string => {
    for (;;) {
      const unit = units[below(units.length)];
      if (!unit) throw new Error('Expected units to cut queries from, got none');
      const text = fold.text(wordsOfSide(unit, unitSides[below(2)] ?? 'answer'));
      const found = [...text.matchAll(pattern)];
      const [phrase] = found[below(found.length)] ?? [];
      if (phrase) return phrase;
    }
  };
  const kinds: (() => Omit<BenchQuery, 'kind'> & { kind: string })[] = [
    () => {
      const phrase = cut(new RegExp(`\\p{Script=Han}{${2 + below(7)}}`, 'gu'));
      return { kind: 'Han', typed: phrase, test: inAny(phrase) };
    },
    () => {
      const phrase = cut(/[a-z]{4,}/g);
      return { kind: 'Latin', typed: phrase, test: inAny(phrase) };
    },
    () => {
      const phrase = cut(/[a-z]+ [a-z]+ [a-z]+/g);
      return { kind: 'Latin phrase', typed: `"${phrase}"`, test: inAny(phrase) };
    },
    () => {
      const phrase = cut(
        /\p{Script=Han}{2}[a-z0-9-]+\p{Script=Han}{1,2}|[a-z0-9]+\p{Script=Han}{2,3}/gu,
      );
      return { kind: 'mixed', typed: `"${phrase}"`, test: inAny(phrase) };
    },
    () => {
      const [one, two] = [cut(/\p{Script=Han}{2}/gu), cut(/\p{Script=Han}{2}/gu)];
      const test = (sides: string[]): boolean => inAny(one)(sides) && !inAny(two)(sides);
      return { kind: 'NOT', typed: `${one} -${two}`, test };
    },
    () => {
      const phrase = cut(/\p{Script=Han}{3}/gu);
      return {
        kind: 'side',
        typed: `q:${phrase}`,
        test: ([question = '']) => stands(question, phrase),
      };
    },
  ];
  return Array.from({ length: count }, (_, i) => (kinds[i % kinds.length] ?? kinds[0])?.()).filter(
    (query) => query !== undefined,
  );
}
