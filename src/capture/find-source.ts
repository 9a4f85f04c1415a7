import type { Source } from '../model/source.ts';

/**
 * The source an address belongs to, by the `urls` of the sources: host and path are compared, the
 * scheme is not. Where several patterns fit, the one with the most literal characters wins; null
 * where none fits. Throws where two sources fit equally well.
 */
export function sourceOf(url: string, sources: Iterable<Source>): Source | null {
  const { hostname, pathname, search } = new URL(url);
  const address = hostname + pathname + search;
  const fits = [...sources].flatMap((source) =>
    source.urls
      .filter((pattern) => expressionOf(pattern).test(address))
      .map((pattern) => ({ source, pattern, literal: pattern.replaceAll('*', '').length })),
  );
  const longest = Math.max(...fits.map(({ literal }) => literal));
  const [best, ...others] = fits.filter(({ literal }) => literal === longest);
  const rival = others.find(({ source }) => source.id !== best?.source.id);
  if (best && rival) {
    throw new Error(
      `Expected one source for \`${url}\`, got two: \`${best.pattern}\` of sources/${best.source.id}.yaml ` +
        `and \`${rival.pattern}\` of sources/${rival.source.id}.yaml; make one of them longer`,
    );
  }
  return best?.source ?? null;
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const [host = '', ...path] = pattern.split('/');
  const escaped = [host.toLowerCase(), ...path]
    .join('/')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  const made = new RegExp(`^${escaped}$`, 's');
  expressions.set(pattern, made);
  return made;
}
