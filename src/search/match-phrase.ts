import { isWord } from './characters.ts';
import { type PhraseTerm, phraseTerms } from './phrase.ts';
import type { PhraseQuery } from './query.ts';
import { readFields, readPlaces } from './read-postings.ts';
import type { Found, Segment } from './segment.ts';

/** Where a phrase stands: field → offsets of its first character in the folded field, ascending. */
export type Places = Map<number, number[]>;

interface Looked extends PhraseTerm {
  found: Found[];
}

/** The fields of a segment that hold a phrase, ascending; reads places only where terms must meet. */
export async function fieldsWith(segment: Segment, phrase: PhraseQuery): Promise<number[]> {
  const looked = await look(segment, phraseTerms(phrase.words, phrase.prefix));
  const fields = onSide(common(looked), phrase);
  const [first] = looked;
  if (looked.length < 2 || fields.length === 0 || !first) return fields;
  return [...(await meet(looked, new Set(fields))).keys()].sort((a, b) => a - b);
}

/** Every place of a phrase in a segment. */
export async function placesOf(segment: Segment, phrase: PhraseQuery): Promise<Places> {
  const terms = phraseTerms(phrase.words, phrase.prefix);
  const looked = await look(segment, terms);
  const fields = new Set(onSide(common(looked), phrase));
  if (fields.size === 0) return new Map();
  const [sole] = terms;
  // One Han character has no places of its own: every pair that begins with it has them.
  if (sole && terms.length === 1 && !sole.word && [...sole.term].length === 1) {
    const pairs = (await segment.findPrefix(sole.term)).filter(({ term }) => term !== sole.term);
    return meet([{ ...sole, found: pairs }], fields);
  }
  return meet(looked, fields);
}

const look = (segment: Segment, terms: PhraseTerm[]): Promise<Looked[]> =>
  Promise.all(
    terms.map(async (term) => ({
      ...term,
      found: term.prefix
        ? (await segment.findPrefix(term.term)).filter(({ term: word }) => isWord(word))
        : await segment.find(term.term),
    })),
  );

/** Fields that hold all terms. */
function common(looked: Looked[]): number[] {
  const lists = looked.map(({ found }) =>
    found.length === 1 && found[0]
      ? readFields(found[0].fields)
      : [...new Set(found.flatMap(({ fields }) => readFields(fields)))].sort((a, b) => a - b),
  );
  const [shortest = [], ...others] = lists.sort((a, b) => a.length - b.length);
  return others.reduce((fields, list) => {
    const there = new Set(list);
    return fields.filter((field) => there.has(field));
  }, shortest);
}

const onSide = (fields: number[], { side }: PhraseQuery): number[] =>
  side === 'both' ? fields : fields.filter((field) => field % 2 === (side === 'question' ? 0 : 1));

/** Places where all terms stand as the phrase has them. */
async function meet(looked: Looked[], fields: Set<number>): Promise<Places> {
  const starts = await Promise.all(looked.map((term) => startsOf(term, fields)));
  const [first = new Map<number, number[]>(), ...others] = starts;
  const met: Places = new Map();
  for (const [field, candidates] of first) {
    const sets = others.map((places) => new Set(places.get(field)));
    const kept = candidates.filter((start) => sets.every((set) => set.has(start)));
    if (kept.length > 0) met.set(field, kept);
  }
  return met;
}

/** Where the phrase would begin, by one of its terms. */
async function startsOf(term: Looked, fields: Set<number>): Promise<Places> {
  const starts: Places = new Map();
  for (const found of term.found) {
    const places = readPlaces(found.fields, await found.places(), (field) => fields.has(field));
    for (const [field, own] of places) {
      const known = starts.get(field) ?? [];
      for (const place of own) {
        if (term.afterSpace && (place & 1) === 0) continue;
        known.push((term.word ? place >> 1 : place) - term.at);
      }
      starts.set(field, known);
    }
  }
  for (const list of starts.values()) list.sort((a, b) => a - b);
  return starts;
}
