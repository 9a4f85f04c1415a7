import type { Draft } from '../model/draft.ts';
import type { Book, Life } from './book.ts';
import { kinship } from './kinship.ts';
import { exchangesOf, type Sighting } from './sighting.ts';
import { exchangeWording, wordingDigest } from './wording.ts';

/** What one address showed of one transcript. */
export interface Strand {
  /** Id of the transcript; null for one that the ledger does not know. */
  id: string | null;
  /** `YYYY-MM-DD`: of the id, else that of its first sighting. */
  day: string;
  sightings: Sighting[];
}

/** Words so few that two days may share them by chance. */
const formula = 20;

/**
 * The transcripts that one address shows, one after another, each with its sightings.
 *
 * An address such as `latest.html` is used again every day. What shows another day and other words is
 * another transcript; a date that was put right leaves the words, and so the transcript, as they are.
 * What lies between is put with the transcript that it may be of, and into `doubtful`, until a person
 * decides: with a number of that transcript it is its, with none it is not. `sightings` are in order,
 * all of one address; the strands are the same whatever was settled before.
 */
export function strandsOf(sightings: Sighting[], book: Book, doubtful: Set<Sighting>): Strand[] {
  const url = sightings[0]?.capture.url ?? '';
  const lives = (book.addresses.get(url) ?? []).flatMap((id) => book.lives.get(id) ?? []);
  const strands = lives.map(({ id }): Strand => ({ id, day: dayOf(id), sightings: [] }));
  const open = sightings.filter((it) => {
    const at = lives.findIndex((life) => isPinned(life, it));
    strands[at]?.sightings.push(it);
    return at < 0;
  });
  const places = new Map(sightings.map((it, at) => [it, at]));
  for (const it of open) {
    const refused = lives.flatMap((life) => (isRefused(life, it) ? life.id : []));
    const free = strands.filter(({ id }) => id === null || !refused.includes(id));
    const { strand, isDoubtful } = strandFor(it, free, places, doubtful);
    if (isDoubtful) doubtful.add(it);
    if (strand) strand.sightings.push(it);
    else strands.push({ id: null, day: it.draft.date, sightings: [it] });
  }
  return strands;
}

/** `YYYY-MM-DD` of a transcript's id. */
export const dayOf = (id: string): string => (id.split('/')[1] ?? '').slice(0, 10);

/** Whether the ledger says that a capture shows a transcript. */
function isPinned(life: Life, { capture }: Sighting): boolean {
  const isVersion = [...life.versions.values()].some((it) => it.capture === capture.sha256);
  return isVersion || decisionNumbers(life, capture.sha256)?.some((n) => n !== null) === true;
}

/** Whether a person said that what shows another day has no exchange of a transcript. */
function isRefused(life: Life, { capture, draft }: Sighting): boolean {
  const numbers = decisionNumbers(life, capture.sha256);
  return draft.date !== dayOf(life.id) && numbers?.every((n) => n === null) === true;
}

const decisionNumbers = ({ decisions }: Life, sha256: string): (string | null)[] | undefined =>
  decisions.findLast(({ line }) => line.capture === sha256)?.line.exchanges.map(({ n }) => n);

function strandFor(
  it: Sighting,
  strands: Strand[],
  places: Map<Sighting, number>,
  doubtful: Set<Sighting>,
): { strand?: Strand; isDoubtful: boolean } {
  const own = strands.filter(({ day }) => day === it.draft.date);
  const others = strands.filter(({ day }) => day !== it.draft.date);
  for (const strand of [...own, ...others]) {
    const equal = strand.sightings.find(({ draft }) => digestOf(draft) === digestOf(it.draft));
    if (equal) return { strand, isDoubtful: doubtful.has(equal) && strand.day !== it.draft.date };
  }
  const [first] = own;
  if (first && others.length === 0) return { strand: first, isDoubtful: false };
  const near = comparable(it, others, places);
  const kin = [...own, ...near].map((strand) => ({ strand, is: kinshipWith(strand, it) }));
  const known = kin.find(({ is }) => is === 'same')?.strand ?? first;
  if (known) return { strand: known, isDoubtful: false };
  const maybe = kin.find(({ is }) => is === 'doubt')?.strand;
  return maybe ? { strand: maybe, isDoubtful: true } : { isDoubtful: false };
}

/** The strands seen just before and after, those with an exchange of the same words, and those not seen. */
function comparable(it: Sighting, strands: Strand[], places: Map<Sighting, number>): Strand[] {
  const at = places.get(it) ?? 0;
  const seen = strands.flatMap((strand) =>
    strand.sightings.map((one) => ({ strand, place: places.get(one) ?? 0 })),
  );
  const before = seen.filter(({ place }) => place < at).sort((a, b) => b.place - a.place)[0];
  const after = seen.filter(({ place }) => place > at).sort((a, b) => a.place - b.place)[0];
  const words = new Set(tellingWords(it.draft));
  return strands.filter(
    (strand) =>
      strand === before?.strand ||
      strand === after?.strand ||
      strand.sightings.length === 0 ||
      strand.sightings.some(({ draft }) => tellingWords(draft).some((one) => words.has(one))),
  );
}

const tellingWords = (draft: Draft): string[] =>
  exchangesOf(draft)
    .map(exchangeWording)
    .filter((words) => words.length > formula);

/** A transcript of which nothing can be read today may be any. */
function kinshipWith({ sightings }: Strand, { draft }: Sighting): ReturnType<typeof kinship> {
  const wordings = new Map(sightings.map((it) => [digestOf(it.draft), it.draft]));
  const found = [...wordings.values()].map((known) => kinship(known, draft));
  if (found.includes('same')) return 'same';
  return found.includes('doubt') || found.length === 0 ? 'doubt' : 'other';
}

const digestOf = ({ children }: Draft): string => wordingDigest(children);
