/** `names`: what facets call things; kind → id → names in the site's languages. */
export type NamesFile = Record<NamedKind, Record<string, { 'zh-Hans': string; en: string }>>;
export type NamedKind = 'outlet' | 'speaker' | 'topic' | 'source';

/** `aliases`: kind → id → every folded form that reaches it, pinyin with and without spaces among them. */
export type AliasesFile = Record<NamedKind, Record<string, string[]>>;
