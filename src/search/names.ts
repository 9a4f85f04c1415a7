/** What an index can name, by kind. */
export type NamedKind = 'outlet' | 'speaker' | 'topic' | 'source';

/** `names`: what facets call things in one language of the site; kind → id → name, those that occur. */
export type NamesFile = Record<NamedKind, Record<string, string>>;

/** `aliases`: kind → id → every folded form that reaches it, pinyin with and without spaces among them. */
export type AliasesFile = Record<NamedKind, Record<string, string[]>>;
