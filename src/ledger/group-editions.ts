import type { Briefing, EditionAlignment, HandEditions } from '../model/edition.ts';
import type { Transcript } from '../model/transcript.ts';
import type { NamesOf } from './cross-score.ts';
import { alignEditions, inOneLanguage } from './editions.ts';
import { groupBy } from './group-by.ts';

/** What grouping needs to know beside transcripts; the defaults know nothing. */
interface Circumstances {
  /** Groups by hand win over the words; what they name is grouped by nothing else. */
  byHand?: readonly HandEditions[];
  namesOf?: NamesOf;
  /** Who a name on an institution's page is, the same in every language. */
  personOf?: (name: string, institution: string) => string;
}

/** Of the exchanges of the shorter edition, this share must be in the other: an extract is an edition. */
const enough = 0.3;

/**
 * The briefings of which more than one source published a record, by id.
 *
 * Two transcripts are editions of one briefing if they are of one institution, day and kind, from
 * different sources, and at least three tenths of the exchanges of the shorter are surely in the
 * other; across languages it is also enough that each is its source's only one of the day and that
 * one person answers in both. The most alike are joined first; a briefing never has two transcripts
 * of one source, and where two of one source are equally alike neither is taken.
 */
export function groupEditions(
  transcripts: readonly Transcript[],
  { byHand = [], namesOf, personOf = (name) => name }: Circumstances = {},
): Briefing[] {
  const claimed = new Set(byHand.flatMap(({ editions }) => editions));
  const days = groupBy(
    transcripts.filter(({ id }) => !claimed.has(id)),
    ({ briefing, kind }) => `${briefing} ${kind}`,
  );
  const found = [...days.values()]
    .filter((day) => new Set(day.map(({ source }) => source)).size > 1)
    .flatMap((day) => joined(day, namesOf, personOf))
    .map((editions) => ({ editions, hand: null }));
  const byId = new Map(transcripts.map((it) => [it.id, it]));
  const told = byHand.map(({ editions, why }) => ({
    editions: editions.flatMap((id) => byId.get(id) ?? []),
    hand: why,
  }));
  return withIds([...found, ...told].filter(({ editions }) => editions.length > 1)).map(
    ({ id, editions, hand }) => ({
      id,
      hand,
      editions: editions.map((it) => it.id),
      alignments: pairsOf(editions).map(([a, b]) => alignEditions(a, b, namesOf)),
    }),
  );
}

type Group = Transcript[];

/** One day's transcripts of one kind, those of one briefing together. */
function joined(
  day: Transcript[],
  namesOf: NamesOf | undefined,
  personOf: NonNullable<Circumstances['personOf']>,
): Group[] {
  const links = pairsOf(day)
    .filter(([a, b]) => a.source !== b.source)
    .map(([a, b]) => {
      const share = shareOf(alignEditions(a, b, namesOf), a, b);
      return { a, b, share: share >= enough ? share : sameVoice(a, b, day, personOf) ? enough : 0 };
    })
    .filter(({ share }) => share >= enough);
  const clear = links.filter((link) => !links.some((other) => isTie(link, other)));
  const groups = new Map(day.map((it): [Transcript, Group] => [it, [it]]));
  for (const { a, b } of clear.sort((x, y) => y.share - x.share)) {
    const both = [...new Set([...(groups.get(a) ?? []), ...(groups.get(b) ?? [])])];
    if (new Set(both.map(({ source }) => source)).size < both.length) continue;
    for (const it of both) groups.set(it, both);
  }
  return [...new Set(groups.values())];
}

interface Link {
  a: Transcript;
  b: Transcript;
  share: number;
}

/** Whether two links of the same strength lead from one transcript to two of another source. */
function isTie(link: Link, other: Link): boolean {
  if (link === other || link.share !== other.share) return false;
  const [one, two] = [
    [link.a, link.b],
    [other.a, other.b],
  ];
  const shared = one.find((it) => two.includes(it));
  const [rest, rival] = [one, two].map((pair) => pair.find((it) => it !== shared));
  return shared !== undefined && rest?.source === rival?.source;
}

function shareOf({ pairs }: EditionAlignment, a: Transcript, b: Transcript): number {
  const counts = [a, b].map(
    ({ children }) => children.filter(({ type }) => type === 'exchange').length,
  );
  return pairs.length / Math.max(1, Math.min(...counts));
}

function sameVoice(
  a: Transcript,
  b: Transcript,
  day: Transcript[],
  personOf: NonNullable<Circumstances['personOf']>,
): boolean {
  const alone = (it: Transcript) =>
    day.every((other) => other === it || other.source !== it.source);
  const voices = ({ spokespersons, institution }: Transcript) =>
    spokespersons.map((name) => personOf(name, institution));
  const known = voices(b);
  return (
    !inOneLanguage(a, b) && alone(a) && alone(b) && voices(a).some((voice) => known.includes(voice))
  );
}

/** Editions sorted by id, briefings by theirs; a second one of a day is `-2`. */
function withIds<T extends { editions: Transcript[] }>(groups: T[]): (T & { id: string })[] {
  const sorted = groups
    .map((group) => ({ ...group, editions: [...group.editions].sort(byId) }))
    .sort((a, b) => compare(firstId(a), firstId(b)));
  const days = groupBy(sorted, ({ editions: [first] }) => first?.briefing ?? '');
  return [...days]
    .flatMap(([day, held]) =>
      held.map((group, nth) => ({ ...group, id: nth === 0 ? day : `${day}-${nth + 1}` })),
    )
    .sort((a, b) => compare(a.id, b.id));
}

const pairsOf = (list: Transcript[]): [Transcript, Transcript][] =>
  list.flatMap((a, at) => list.slice(at + 1).map((b): [Transcript, Transcript] => [a, b]));

const firstId = ({ editions: [first] }: { editions: Transcript[] }): string => first?.id ?? '';

const byId = (a: Transcript, b: Transcript): number => compare(a.id, b.id);

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
