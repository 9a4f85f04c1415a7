/** What an index can name, by kind. */
export type NamedKind = 'outlet' | 'speaker' | 'topic' | 'source';

/**
 * `ids`: what occurs in the index, by kind. The order is that of first appearance, so that adding a
 * day renumbers nothing: facet files know a value by its place here.
 */
export type IdsFile = Record<NamedKind, string[]>;

/** `names`: what facets call each of the ids, in one language of the site. */
export type NamesFile = Record<NamedKind, string[]>;

/** `aliases`: every form that reaches each of the ids, pinyin among them, folded and squeezed. */
export type AliasesFile = Record<NamedKind, string[][]>;

/** A folded name without spaces and hyphens: `zhao lijian`, `zhao-lijian` and `zhaolijian` are one form of it. */
export const squeezed = (folded: string): string => folded.replace(/[\s-]/g, '');

/** Id → what facets call it, by kind. */
export type NamesById = Record<NamedKind, Map<string, string>>;
