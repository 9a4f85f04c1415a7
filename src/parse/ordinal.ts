const digits = '一二三四五六七八九十';
const words = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** The number that 二, ２, `2`, `2nd` or `second` stands for; null for anything else. */
export function ordinalOf(printed: string): number | null {
  const folded = printed.normalize('NFKC').toLowerCase();
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(folded)?.[1];
  if (number !== undefined) return Number(number);
  const index = folded.length === 1 ? digits.indexOf(folded) : words.indexOf(folded);
  return index === -1 ? null : index + 1;
}
