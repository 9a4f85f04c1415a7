/** What an index can name, by kind. */
export type NamedKind = 'outlet' | 'speaker' | 'topic' | 'source';

/**
 * `ids`: what occurs in the index, by kind. The order is that of first appearance, so that adding a
 * day renumbers nothing: facet files know a value by its place here.
 */
export type IdsFile = Record<NamedKind, string[]>;

/** `names`: what facets call each of the ids, in one language of the site. */
export type NamesFile = Record<NamedKind, string[]>;

/** `aliases`: every folded form that reaches each of the ids, pinyin with and without spaces among them. */
export type AliasesFile = Record<NamedKind, string[][]>;

/** Id → what facets call it, by kind. */
export type NamesById = Record<NamedKind, Map<string, string>>;
