import type { Source } from '../model/source.ts';

/**
 * The source an address belongs to, by the `urls` of the sources: host and path are compared, http
 * and https are the same. Where several patterns fit, the one with the most literal characters wins; null
 * where none fits, as with any other scheme. Throws where two sources fit equally well.
 */
export function sourceOf(url: string, sources: Iterable<Source>): Source | null {
  const { protocol, hostname, pathname, search } = new URL(url);
  if (!/^https?:$/.test(protocol)) return null;
  const address = hostname + pathname + search;
  const fitting = [...sources].flatMap((source) =>
    source.urls
      .filter((pattern) => fits(pattern, address))
      .map((pattern) => ({ source, pattern, literal: pattern.replaceAll('*', '').length })),
  );
  const longest = Math.max(...fitting.map(({ literal }) => literal));
  const [best, ...others] = fitting.filter(({ literal }) => literal === longest);
  const rival = others.find(({ source }) => source.id !== best?.source.id);
  if (best && rival) {
    throw new Error(
      `Expected one source for \`${url}\`, got two: \`${best.pattern}\` of sources/${best.source.id}.yaml ` +
        `and \`${rival.pattern}\` of sources/${rival.source.id}.yaml; make one of them longer`,
    );
  }
  return best?.source ?? null;
}

/** Whether an address has the shape of a pattern; the pieces between wildcards are looked for in turn. */
function fits(pattern: string, address: string): boolean {
  const slash = pattern.indexOf('/');
  const written = pattern.slice(0, slash).toLowerCase() + pattern.slice(slash);
  const [first = '', ...others] = written.split('*');
  const last = others.pop();
  if (last === undefined) return address === first;
  if (!address.startsWith(first) || !address.endsWith(last)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = address.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= address.length - last.length;
}
