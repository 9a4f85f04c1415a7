/** What a reader typed, understood. */
export type Query =
  | { type: 'all'; of: Query[] }
  | { type: 'any'; of: Query[] }
  | { type: 'not'; of: Query }
  | PhraseQuery
  | NearQuery
  | { type: 'label'; label: Label; value: string }
  | { type: 'dates'; from: string; to: string };

/** Characters in a row (Han), whole words (Latin), both as they stand in the text. */
export interface PhraseQuery {
  type: 'phrase';
  /** As typed, without quotes and star. */
  words: string;
  side: Side;
  /** A star at the end: any word that begins so. */
  prefix: boolean;
}

/** Two phrases on the same side with at most `within` characters between them, in either order. */
export interface NearQuery {
  type: 'near';
  first: PhraseQuery;
  second: PhraseQuery;
  within: number;
}

/** Whose words: the asker's, the institution's (answers and statements), or both. */
export type Side = 'question' | 'answer' | 'both';

/** Labels that narrow a search to what the archive knows about an exchange. */
export const labels = ['outlet', 'speaker', 'topic', 'source', 'lang', 'kind'] as const;
export type Label = (typeof labels)[number];

/** Something to tell the reader: a key of the messages, with the words it is about. */
export interface Notice {
  key: NoticeKey;
  about: string;
}
/** What there is to say about a query; the site has words for each. */
export type NoticeKey =
  | 'too-long'
  | 'too-many'
  | 'only-symbols'
  | 'empty-label'
  | 'unknown-label'
  | 'bad-date'
  | 'unbalanced'
  | 'no-operand'
  | 'parentheses'
  | 'star'
  | 'short-prefix'
  | 'broken-character'
  | 'unknown-value';

/** A query, `all` of nothing where no word was left of it; and what to tell the reader about it. */
export interface Understood {
  query: Query;
  notices: Notice[];
}

/** Every phrase that a hit may show: those that are looked for, not those that are ruled out. */
export function wantedPhrases(query: Query): PhraseQuery[] {
  switch (query.type) {
    case 'all':
    case 'any':
      return query.of.flatMap(wantedPhrases);
    case 'phrase':
      return [query];
    case 'near':
      return [query.first, query.second];
    default:
      return [];
  }
}
