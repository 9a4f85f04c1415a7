import { placesOf } from './match-phrase.ts';
import { type Query, wantedPhrases } from './query.ts';
import type { Segment } from './segment.ts';

/** How often the phrases that a query wants stand in each unit of a segment, all of them together. */
export async function occurrencesIn(segment: Segment, query: Query): Promise<Uint32Array> {
  const said = new Uint32Array(segment.units);
  for (const phrase of wantedPhrases(query)) {
    for (const [field, places] of await placesOf(segment, phrase)) {
      said[field >> 1] = (said[field >> 1] ?? 0) + places.length;
    }
  }
  return said;
}
