import { englishMonths } from '../model/months.ts';

/**
 * What of a text stays the same in another language without knowing a name: numbers by their value
 * (`1.4亿` is `140 million`), months, and acronyms, which Chinese texts print as they are (`BNO`, `G20`).
 */
export function marksIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  return [...numbersIn(plain), ...monthsIn(plain), ...(plain.match(acronyms) ?? [])];
}

const acronyms = /\b[A-Z][A-Z0-9]+\b/gu;

const factors: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const numbers =
  /(?<![\w.])(\d+(?:,\d{3})*(?:\.\d+)?)(?!月)\s*([十百千万亿]+|(?:hundred|thousand|million|billion|trillion)\b)?/giu;

/** Ten digits are enough to tell numbers apart and few enough to lose what 1.1 × 10⁸ leaves behind. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(numbers)].map(([, digits = '', unit = '']) => {
    const steps = /[a-z]/iu.test(unit) ? [unit.toLowerCase()] : [...unit];
    const value = steps.reduce(
      (product, step) => product * (factors[step] ?? 1),
      Number(digits.replaceAll(',', '')),
    );
    return String(Number(value.toPrecision(10)));
  });
}

/** `May` and `March` are also other words, so English months count only beside a number. */
const english = new RegExp(
  `(?<=\\d(?:st|nd|rd|th)? )(?:${englishMonths.join('|')})\\b|\\b(?:${englishMonths.join('|')})(?= \\d)`,
  'gu',
);

const monthsIn = (text: string): string[] => [
  ...(text.match(/\d{1,2}月/gu) ?? []),
  ...(text.match(english) ?? []).map((name) => `${englishMonths.indexOf(name) + 1}月`),
];
