/** The page of a transcript or an exchange: its id is its path. */
export const recordPath = (id: string): string => `/${id}/`;

/** The page of one topic, outlet, speaker, year or source. */
export const viewPath = (kind: 'topics' | 'outlets' | 'speakers' | 'years', id: string): string =>
  `/${kind}/${encodeURIComponent(id)}/`;
