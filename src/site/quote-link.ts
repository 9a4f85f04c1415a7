import type { Quote } from './quote.ts';

/** What no fragment may hold bare, and what ends a text directive's term. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[-!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** Parameters of the fragment, in this order. */
const names = ['quote', 'to', 'length', 'digest', 'before', 'after', 'version'] as const;

/**
 * The fragment of a link that quotes: our parameters, which a script reads, and a text fragment, by
 * which browsers find the words without one. It is never sent to a server.
 */
export function fragmentOf({ exact, end, prefix, suffix, version }: Quote): string {
  const values: Record<(typeof names)[number], string | undefined> = {
    quote: exact,
    to: end?.words,
    length: end && String(end.length),
    digest: end?.digest,
    before: prefix,
    after: suffix,
    version,
  };
  const own = names
    .flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : `${name}=${encode(value)}`;
    })
    .join('&');
  return `#${own}:~:text=${directive(exact, end?.words, prefix, suffix)}`;
}

/** The quotation of a fragment, percent-encoded as in `location.hash`; null where it is none of ours. */
export function quoteOf(fragment: string): Quote | null {
  const [own = ''] = fragment.replace(/^#/, '').split(':~:');
  const values = new Map(
    own.split('&').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=');
      return [name, decode(value)];
    }),
  );
  const [exact, words, length, digest, prefix, suffix, version] = names.map((it) => values.get(it));
  if (!exact || version === undefined || version === '') return null;
  const end = words && length && digest ? { words, length: Number(length), digest } : undefined;
  return {
    exact,
    ...(end && { end }),
    prefix: prefix ?? '',
    suffix: suffix ?? '',
    version,
  };
}

/** A damaged link is no quotation, and no reason to stop. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** A term of a text directive lies within one paragraph; a quotation over several is named by its ends. */
function directive(exact: string, to: string | undefined, prefix: string, suffix: string): string {
  const lines = exact.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  const last = to?.split('\n').at(-1) ?? (lines.length > 1 ? lines.at(-1) : undefined);
  const before = prefix.split('\n').at(-1)?.trim() ?? '';
  const after = suffix.split('\n')[0]?.trim() ?? '';
  return [
    before && `${encode(before)}-`,
    encode(first),
    last && encode(last),
    after && `-${encode(after)}`,
  ]
    .filter(Boolean)
    .join(',');
}

/** The quotation as a W3C Web Annotation target: what it is of, and a TextQuote selector. */
export function selectorOf({ prefix, suffix }: Quote, words: string, source: string): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    source,
    selector: { type: 'TextQuoteSelector', exact: words, prefix, suffix },
  };
}
