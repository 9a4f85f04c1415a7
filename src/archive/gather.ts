import { groupEditions } from '../ledger/group-editions.ts';
import { withRightDates } from '../ledger/right-dates.ts';
import { tombstones } from '../ledger/tombstones.ts';
import type { Archive } from '../model/archive.ts';
import type { HandEditions } from '../model/edition.ts';
import type { Person } from '../model/person.ts';
import type { Problem } from '../model/problem.ts';
import type { HandPlacement } from '../model/topic.ts';
import type { Transcript } from '../model/transcript.ts';
import { checkPlacements } from '../topics/check.ts';
import { place } from '../topics/place.ts';
import { withoutUnused, withTerritories } from '../topics/territories.ts';
import { correctionsOf } from './corrections.ts';
import { faultsOf, folded, repeatsNumbers } from './fitting.ts';
import { identityProblems } from './identity.ts';
import { namesIn } from './names-in.ts';
import type { PlacementMemory } from './placement-memory.ts';
import { readContent } from './read.ts';
import type { Located, MatterMemory } from './reader.ts';
import { shown } from './reasons.ts';
import { readTranscripts, type TranscriptMemory } from './transcripts.ts';
import { readVersions } from './versions.ts';
import { voiceProblems } from './voice-faults.ts';
import { versionsWithoutWithheld, withheldIn, withoutWithheld } from './withheld.ts';

/** What is known from the last time. */
export interface GatherMemory {
  placing?: PlacementMemory;
  matter?: MatterMemory;
  transcripts?: TranscriptMemory;
}

/**
 * All of content/ in memory: loaded, cross-checked, sorted, exchanges placed under topics.
 *
 * What is faulty is in `problems` and left out; only a folder that cannot be read throws. What a
 * memory knows is neither read nor placed again.
 */
export async function gather(
  content: string,
  dialects?: readonly string[],
  { placing, matter, transcripts: read }: GatherMemory = {},
): Promise<Archive> {
  const [{ corrections, handPlacements, handEditions, topicPlaces, ...written }, stored, texts] =
    await Promise.all([
      readContent(content, dialects, matter),
      readTranscripts(content, '', read),
      readVersions(content),
    ]);
  const numbered = new Set(written.ledger.map(({ id }) => id));
  const faults = new Map(
    stored.transcripts.map((it) => [
      it,
      // Its addresses would go from the site with it.
      faultsOf(it, written).map(
        (fault): Problem => (numbered.has(it.id) ? { ...fault, fatal: true } : fault),
      ),
    ]),
  );
  const problems = [
    ...written.problems,
    ...stored.problems,
    ...texts.problems,
    ...folded([...faults.values()].flat()),
    ...(await voiceProblems(content, stored.transcripts, written)),
    ...(await identityProblems(content, stored.transcripts, written.ledger)),
  ];
  const withheld = withheldIn(written.ledger);
  const fitting = stored.transcripts.filter(
    (it) => faults.get(it)?.length === 0 && !repeatsNumbers(it),
  );
  const transcripts = withoutWithheld(fitting, withheld, texts.versions);
  const stones = tombstones(written.ledger);
  const known = withTerritories(written.topics);
  const homes = new Map([...written.institutions.values()].map(({ id, place }) => [id, place]));
  const circumstances = { byHand: handPlacements.map(({ value }) => value), homes };
  const placements = placing
    ? placing.place(transcripts, known.values(), circumstances)
    : place(transcripts, known.values(), circumstances);
  const topics = withoutUnused(known, written.topics, placements);
  const faulty = checkPlacements(written.topics.values(), placements, heldIn(transcripts));
  problems.push(
    ...faulty.flatMap(({ topic, path, reason }) => topicPlaces.get(topic)?.(path, reason) ?? []),
  );
  problems.push(
    ...unknownEditions(handEditions, stored.transcripts),
    ...unknownExchanges(handPlacements, stored.transcripts, stones),
  );
  const briefings = groupEditions(transcripts, {
    byHand: handEditions.map(({ value }) => value),
    namesOf: namesIn({ ...written, placements }),
    personOf: personOf(written.people.values()),
  });
  return {
    ...written,
    ledger: withRightDates(written.ledger),
    topics,
    transcripts,
    placements,
    tombstones: stones,
    versions: versionsWithoutWithheld(texts.versions, withheld),
    corrections: correctionsOf(transcripts, corrections.values(), withheld.ids),
    briefings,
    problems,
  };
}

/** What `editions.yaml` names and the archive does not have. */
function unknownEditions(told: Located<HandEditions>[], transcripts: Transcript[]): Problem[] {
  const ids = new Set(transcripts.map(({ id }) => id));
  return told.flatMap(({ value: { editions }, problem }) =>
    editions.flatMap((id, at) =>
      ids.has(id)
        ? []
        : problem(['editions', at], `Expected a transcript of the archive, got ${shown(id)}`),
    ),
  );
}

/** What `placements.yaml` names and the archive neither has nor had. */
function unknownExchanges(
  told: Located<HandPlacement>[],
  transcripts: Transcript[],
  gone: ReadonlyMap<string, unknown>,
): Problem[] {
  const ids = new Set(
    transcripts.flatMap(({ children }) =>
      children.flatMap((child) => (child.type === 'exchange' ? [child.id] : [])),
    ),
  );
  return told.flatMap(({ value: { exchange }, problem }) =>
    ids.has(exchange) || gone.has(exchange)
      ? []
      : problem(['exchange'], `Expected an exchange of the archive, got ${shown(exchange)}`),
  );
}

/** Who a name on a page is: an id of people.yaml, else the name. */
function personOf(people: Iterable<Person>): (name: string, institution: string) => string {
  const ids = new Map<string, string>();
  for (const { id, names, aliases, institution } of people) {
    for (const form of [...Object.values(names), ...aliases]) ids.set(`${institution}/${form}`, id);
  }
  return (name, institution) => ids.get(`${institution}/${name}`) ?? name;
}

const isExchange = ({ type }: Transcript['children'][number]): boolean => type === 'exchange';

/** How many exchanges there are in each language, by its first subtag. */
function heldIn(transcripts: Transcript[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const { language, children } of transcripts) {
    const [base = language] = language.split('-');
    held.set(base, (held.get(base) ?? 0) + children.filter(isExchange).length);
  }
  return held;
}
