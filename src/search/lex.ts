/** One word of a query as typed. */
export interface Token {
  /** Leading minus: what must not be there. */
  negated: boolean;
  /** What stands before the colon, lower case; empty where there is none. */
  label: string;
  /** Without minus, label, quotes and star. */
  text: string;
  quoted: boolean;
  /** A star right behind the text. */
  star: boolean;
  /** A quote without its partner. */
  open: boolean;
}

/**
 * An optional minus, an optional label, then quoted words or anything without a space.
 * Full-width and curly forms count, because a Chinese keyboard types them.
 */
const pattern =
  /([-－−]?)(?:(\p{L}+)[:：])?(?:["“”＂]([^"“”＂]*)(["“”＂]?)([*＊]?)|([^\s"“”＂]*))/gu;

/** Cuts a query into its words. */
export function lex(query: string): Token[] {
  const tokens: Token[] = [];
  for (const [all, minus, label, quoted, closing, star, bare = ''] of query.matchAll(pattern)) {
    if (all === '') continue;
    tokens.push({
      negated: minus !== '',
      label: label?.toLowerCase() ?? '',
      text: quoted ?? bare.replace(/[*＊]+$/u, ''),
      quoted: quoted !== undefined,
      star: Boolean(star) || /[*＊]$/u.test(bare),
      open: quoted !== undefined && closing === '',
    });
  }
  return tokens;
}
