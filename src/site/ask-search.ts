import type { View } from '../model/archive.ts';

const labels = { topics: 'topic', outlets: 'outlet', speakers: 'speaker', years: 'date' } as const;

/** The search that holds what all of the listings hold: `/search/?q=topic:taiwan+outlet:afp`. */
export function askSearch(...views: Pick<View, 'kind' | 'id'>[]): string {
  const words = views.map(({ kind, id }) => {
    // A quote cannot be escaped in a query; names that the index folds anyway lose it.
    const value = /^[\w-]+$/.test(id) ? id : `"${id.replaceAll('"', ' ')}"`;
    return `${labels[kind]}:${value}`;
  });
  return `/search/?${new URLSearchParams({ q: words.join(' ') })}`;
}
