const digits = '一二三四五六七八九十';
const korean = '첫두세네';
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

/** How the ordinals of other languages begin, whatever their ending: zweiten, второму, deuxième. */
const stems = [
  /^(?:prim|prem|erst|перв)/u,
  /^(?:segund|second|deuxi|zweit|втор)/u,
  /^(?:tercer|trois|dritt|трет)/u,
];

/** The number that 二, 두, ２, `2`, `2nd` or `second` stands for; null for anything else. */
export function ordinalOf(printed: string): number | null {
  const folded = printed.normalize('NFKC').toLowerCase();
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(folded)?.[1];
  if (number !== undefined) return Number(number);
  if (printed === '首先') return 1;
  if (printed === '其次') return 2;
  const stem = stems.findIndex((one) => one.test(folded));
  const index = [digits.indexOf(folded), korean.indexOf(folded), words.indexOf(folded), stem].find(
    (at) => at !== -1,
  );
  return folded === '' || index === undefined ? null : index + 1;
}
