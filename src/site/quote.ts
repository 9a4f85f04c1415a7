/**
 * Words of an exchange, and what is needed to find them again: a W3C TextQuote with the version that
 * it was taken from. Long ones are named by both ends, their length and a digest of the whole.
 */
export interface Quote {
  /** The words; of long ones the first. */
  exact: string;
  /** Of long ones the last words, how many UTF-16 units all have, and their digest. */
  end?: { words: string; length: number; digest: string };
  /** What stands before and after, as much as makes the place the only one. */
  prefix: string;
  suffix: string;
  /** First digits of the digest of the wording that it was taken from. */
  version: string;
}

/** A wording of an exchange; no text where that version does not have the exchange. */
export interface Wording {
  /** Digest of the version, or its first digits. */
  digest: string;
  text: string | null;
}

/** What became of a quotation. */
export type Resolution =
  /** The words stand here in the text of today. */
  | { state: 'here'; start: number; end: number }
  /** Not in today's text as quoted, but in that of `version`, its place in the list. */
  | { state: 'earlier'; version: number; start: number; end: number }
  /** The words stand in more than one place, or their neighbourhood is another: nothing says which place. */
  | { state: 'ambiguous' }
  | { state: 'lost' };

/** How much of the neighbourhood a quotation takes along, at least and at most. */
const least = 12;
const most = 200;

/** How much of one side is enough where the other was edited. */
const telling = 8;

/** Longer quotations are named by their ends. */
const longest = 300;
const endLength = 40;

/** How many digits of a digest name a version: 48 bits. */
export const versionDigits = 12;

/** The quotation of a stretch of a text; null where even its neighbourhood stands in several places. */
export function quote(text: string, start: number, end: number, version: string): Quote | null {
  const words = text.slice(start, end);
  if (words.trim() === '') return null;
  const named =
    words.length <= longest
      ? { exact: words }
      : {
          exact: words.slice(0, endLength),
          end: {
            words: words.slice(-endLength),
            length: words.length,
            digest: digestOf(words),
          },
        };
  for (let around = least; around <= most; around *= 2) {
    const prefix = text.slice(Math.max(0, start - around), start);
    const suffix = text.slice(end, end + around);
    const made = { ...named, prefix, suffix, version: version.slice(0, versionDigits) };
    if (places(made, text).length === 1) return made;
  }
  return null;
}

/**
 * Find a quotation in the versions of an exchange, oldest first, today's last.
 *
 * It is in today's text only if it stands there once with its neighbourhood; or, with one side of it,
 * if the words stood once in the version they were taken from and stand once today: an edit beside
 * them is then no doubt. A look-alike elsewhere is never taken for it.
 */
export function resolve(it: Quote, versions: Wording[]): Resolution {
  const last = versions.length - 1;
  const own = versions.findIndex(({ digest }) => digest.startsWith(it.version));
  const today = versions[last]?.text ?? '';
  const original = own < 0 || own === last ? null : (versions[own]?.text ?? null);
  const whole = places(it, today);
  const once = original === null || places(it, original).length === 1;
  const found =
    whole.length === 1 && once ? whole : original === null ? [] : beside(it, original, today);
  if (found.length === 1) return { state: 'here', ...spanAt(it, found[0] ?? 0) };
  if (whole.length > 1) return { state: 'ambiguous' };
  for (const [version, { text }] of versions.slice(0, last).entries()) {
    if (text === null || (own >= 0 && version !== own)) continue;
    const [start, ...more] = places(it, text);
    if (start !== undefined && more.length === 0) {
      return { state: 'earlier', version, ...spanAt(it, start) };
    }
  }
  return { state: places(it, today, {}).length > 0 ? 'ambiguous' : 'lost' };
}

/** Where words that are alone in both texts stand today beside what stood on one side of them. */
function beside(it: Quote, original: string, today: string): number[] {
  const alone = [original, today].every((text) => places(it, text, {}).length === 1);
  if (!alone) return [];
  const sides: Sides[] = [
    ...(it.prefix.length >= telling ? [{ before: true }] : []),
    ...(it.suffix.length >= telling ? [{ after: true }] : []),
  ];
  return [...new Set(sides.flatMap((side) => places(it, today, side)))];
}

const spanAt = ({ exact, end }: Quote, start: number) => ({
  start,
  end: start + (end?.length ?? exact.length),
});

/** Which of the two neighbourhoods must be there. */
interface Sides {
  before?: boolean;
  after?: boolean;
}

/**
 * Where a text has the words, from the first on, two places at most: more than one is too many. A
 * neighbourhood shorter than usual was cut by the text's own beginning or end, and must be again.
 */
function places(
  { exact, end, prefix, suffix }: Quote,
  text: string,
  { before = false, after = false }: Sides = { before: true, after: true },
): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(exact);
    at >= 0 && found.length < 2;
    at = text.indexOf(exact, at + 1)
  ) {
    const stop = at + (end?.length ?? exact.length);
    if (end && !isLong(text.slice(at, stop), end)) continue;
    if (
      before &&
      !(text.slice(0, at).endsWith(prefix) && (prefix.length >= least || at === prefix.length))
    )
      continue;
    const rest = text.length - stop;
    if (
      after &&
      !(text.startsWith(suffix, stop) && (suffix.length >= least || rest === suffix.length))
    )
      continue;
    found.push(at);
  }
  return found;
}

const isLong = (
  words: string,
  { words: last, length, digest }: NonNullable<Quote['end']>,
): boolean => words.length === length && words.endsWith(last) && digestOf(words) === digest;

/** 52 bits that tell texts apart where no one cheats: FNV-1a over UTF-16 units, from two beginnings. */
export function digestOf(text: string): string {
  const half = (basis: number): string => {
    let hash = basis;
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x050c5d1f);
}
