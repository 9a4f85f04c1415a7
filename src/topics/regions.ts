import cldr from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' };
import type { Topic } from '../model/topic.ts';

const containment = new Map(
  Object.entries(cldr.supplemental.territoryContainment).map(([code, { _contains }]) => [
    code,
    _contains,
  ]),
);

/** Every territory that CLDR counts in a region, as ISO 3166-1 codes; `001` is the world. */
export function territoriesIn(region: string): string[] {
  const parts = containment.get(region) ?? [];
  return [...new Set(parts.flatMap((code) => (/\d/u.test(code) ? territoriesIn(code) : [code])))];
}

/** The topics of regions by the territories in them; a topic that names a territory itself keeps others from it. */
export function regionsByTerritory(topics: Iterable<Topic>): Map<string, string[]> {
  const named = new Map<string, string[]>();
  const counted = new Map<string, string[]>();
  for (const { id, regions = [] } of topics)
    for (const region of regions) {
      const found = /\d/u.test(region) ? counted : named;
      const codes = found === named ? [region] : territoriesIn(region);
      for (const code of codes) found.set(code, [...(found.get(code) ?? []), id]);
    }
  return new Map([...counted, ...named]);
}
