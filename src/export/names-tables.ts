import type { ExportNames } from '../model/archive.ts';
import type { FlatOutlet, FlatSource, FlatTopic } from '../model/flat.ts';
import { jsonl } from './jsonl.ts';

/** What the ids in the tables stand for, as tables of their own; of topics those that list something. */
export function namesTables(
  { sources, topics, outlets }: ExportNames,
  held: { sources: ReadonlySet<string>; topics: ReadonlySet<string> },
): Record<string, string> {
  const sourceLines = [...sources.values()]
    .filter(({ id }) => held.sources.has(id))
    .map(
      ({ id, names, institution, publisher, language, timeZone, rights }): FlatSource => ({
        id,
        names,
        institution,
        publisher,
        language,
        timeZone,
        statement: rights.statement,
        rightsUrl: rights.url,
        redistribute: rights.redistribute,
      }),
    );
  const topicLines = [...topics.values()]
    .filter(({ id }) => held.topics.has(id))
    .map(
      ({ id, names, parents = [], related = [] }): FlatTopic => ({ id, names, parents, related }),
    );
  const outletLines = [...outlets.values()].map(
    ({ id, names, place, kind }): FlatOutlet => ({ id, names, place, kind }),
  );
  return {
    'sources.jsonl': [...jsonl(sourceLines)].join(''),
    'topics.jsonl': [...jsonl(topicLines)].join(''),
    'outlets.jsonl': [...jsonl(outletLines)].join(''),
  };
}
