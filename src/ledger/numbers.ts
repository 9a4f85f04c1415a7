/**
 * The number of an exchange seen for the first time after exchange `after` (null: before all).
 *
 * Beyond the highest number ever minted it is the next whole one; anywhere else `4a`, `4b` in the
 * order of minting, and `0a` before the first. `taken` holds every number ever minted, so that none
 * is used twice.
 */
export function mintNumber(after: string | null, taken: Iterable<string>): string {
  const known = [...taken].map(splitNumber);
  const highest = Math.max(0, ...known.map(({ whole }) => whole));
  const { whole } = after === null ? { whole: 0 } : splitNumber(after);
  if (whole === highest) return String(highest + 1);
  const letters = known.filter((number) => number.whole === whole).map((number) => number.letters);
  return `${whole}${nextLetters(letters)}`;
}

/** The first letters after all that are taken: a … z, aa … */
export function nextLetters(taken: string[]): string {
  return toLetters(Math.max(0, ...taken.map(fromLetters)) + 1);
}

function splitNumber(number: string): { whole: number; letters: string } {
  const digits = number.replace(/\D+$/, '');
  return { whole: Number(digits), letters: number.slice(digits.length) };
}

const fromLetters = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);

function toLetters(count: number): string {
  const last = (count - 1) % 26;
  const rest = (count - 1 - last) / 26;
  return (rest > 0 ? toLetters(rest) : '') + String.fromCharCode(97 + last);
}
