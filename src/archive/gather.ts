import { groupEditions } from '../ledger/group-editions.ts';
import { tombstones } from '../ledger/tombstones.ts';
import type { Archive } from '../model/archive.ts';
import type { HandEditions } from '../model/edition.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Person } from '../model/person.ts';
import type { Problem } from '../model/problem.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Versions, VersionText } from '../model/versions.ts';
import { checkPlacements } from '../topics/check.ts';
import { place } from '../topics/place.ts';
import { withoutUnused, withTerritories } from '../topics/territories.ts';
import { identityProblems } from './identity.ts';
import { namesIn } from './names-in.ts';
import type { PlacementMemory } from './placement-memory.ts';
import { readContent } from './read.ts';
import type { Located } from './reader.ts';
import { shown } from './reasons.ts';
import { readTranscripts, transcriptFile } from './transcripts.ts';
import { readVersions } from './versions.ts';

/**
 * All of content/ in memory: loaded, cross-checked, sorted, exchanges placed under topics.
 *
 * What is faulty is in `problems` and left out; only a folder that cannot be read throws. With a
 * `memory` only those exchanges are placed that it does not know.
 */
export async function gather(
  content: string,
  dialects?: readonly string[],
  memory?: PlacementMemory,
): Promise<Archive> {
  const [{ corrections: _, handPlacements, handEditions, topicPlaces, ...written }, stored, texts] =
    await Promise.all([
      readContent(content, dialects),
      readTranscripts(content),
      readVersions(content),
    ]);
  const faults = new Map(stored.transcripts.map((it) => [it, faultsOf(it, written)]));
  const problems = [
    ...written.problems,
    ...stored.problems,
    ...texts.problems,
    ...folded([...faults.values()].flat()),
    ...(await identityProblems(content, stored.transcripts, written.ledger)),
  ];
  const withheld = withheldIds(written.ledger);
  const fitting = stored.transcripts.filter(
    (it) => faults.get(it)?.length === 0 && !repeatsNumbers(it),
  );
  const transcripts = withoutWithheld(fitting, withheld);
  const known = withTerritories(written.topics);
  const homes = new Map([...written.institutions.values()].map(({ id, place }) => [id, place]));
  const circumstances = { byHand: handPlacements, homes };
  const placements = memory
    ? memory.place(transcripts, known.values(), circumstances)
    : place(transcripts, known.values(), circumstances);
  const topics = withoutUnused(known, written.topics, placements);
  const faulty = checkPlacements(written.topics.values(), placements, heldIn(transcripts));
  problems.push(
    ...faulty.flatMap(({ topic, path, reason }) => topicPlaces.get(topic)?.(path, reason) ?? []),
  );
  problems.push(...unknownEditions(handEditions, stored.transcripts));
  const briefings = groupEditions(transcripts, {
    byHand: handEditions.map(({ value }) => value),
    namesOf: namesIn({ ...written, placements }),
    personOf: personOf(written.people.values()),
  });
  const versions = new Map(
    [...texts.versions]
      .filter(([id]) => !withheld.has(id))
      .map(([id, it]) => [id, withoutExchanges(it, withheld)]),
  );
  const stones = tombstones(written.ledger);
  return {
    ...written,
    topics,
    transcripts,
    placements,
    tombstones: stones,
    versions,
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

/** Who a name on a page is: an id of people.yaml, else the name. */
function personOf(people: Iterable<Person>): (name: string, institution: string) => string {
  const ids = new Map<string, string>();
  for (const { id, names, aliases, institution } of people) {
    for (const form of [...Object.values(names), ...aliases]) ids.set(`${institution}/${form}`, id);
  }
  return (name, institution) => ids.get(`${institution}/${name}`) ?? name;
}

const isExchange = ({ type }: Transcript['children'][number]): boolean => type === 'exchange';

/** The first problem of each reason, saying in how many more files the same is wrong. */
function folded(problems: Problem[]): Problem[] {
  const times = new Map<string, Problem[]>();
  for (const problem of problems) {
    times.set(problem.reason, [...(times.get(problem.reason) ?? []), problem]);
  }
  return [...times.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    return { ...first, reason: `${first.reason}; the same in ${more.length} more files` };
  });
}

/**
 * The transcripts without what the ledger says is withheld.
 *
 * Left out here, once, so that neither site nor search nor export can show it.
 */
function withoutWithheld(transcripts: Transcript[], ids: Set<string>): Transcript[] {
  if (ids.size === 0) return transcripts;
  return transcripts
    .filter(({ id }) => !ids.has(id))
    .map(({ children, ...rest }) => ({
      ...rest,
      children: children.filter((child) => child.type !== 'exchange' || !ids.has(child.id)),
    }));
}

const withheldIds = (ledger: LedgerEvent[]): Set<string> =>
  new Set(ledger.flatMap(({ event, id }) => (event === 'withheld' ? [id] : [])));

function withoutExchanges({ versions, ...rest }: Versions, ids: Set<string>): Versions {
  const kept = ({ children, ...version }: VersionText) => ({
    ...version,
    children: children.filter((child) => child.type !== 'exchange' || !ids.has(child.id)),
  });
  return { ...rest, versions: versions.map(kept) };
}

function faultsOf(
  transcript: Transcript,
  { sources, outlets }: Pick<Archive, 'sources' | 'outlets'>,
): Problem[] {
  const problem = (reason: string): Problem => ({
    file: transcriptFile(transcript.id),
    line: 1,
    column: 1,
    reason: `${reason}; lectern parse ${transcript.source} writes it anew`,
  });
  const source = sources.get(transcript.source);
  if (!source) return [problem(`Expected a source of sources/, got ${shown(transcript.source)}`)];
  const faults: Problem[] = [];
  if (source.institution !== transcript.institution) {
    const expected = `Expected the institution ${shown(source.institution)} of its source`;
    faults.push(problem(`${expected}, got ${shown(transcript.institution)}`));
  }
  for (const outlet of new Set(outletsOf(transcript))) {
    if (outlets.has(outlet)) continue;
    faults.push(problem(`Expected an outlet of outlets.yaml, got ${shown(outlet)}`));
  }
  return faults;
}

function outletsOf(transcript: Transcript): string[] {
  return transcript.children
    .flatMap((child) => (child.type === 'exchange' ? child.children : [child]))
    .flatMap((child) => (child.type === 'turn' && child.outlet !== null ? [child.outlet] : []));
}

/** Two exchanges at one address cannot both be shown; which of them is meant only the ledger knows. */
function repeatsNumbers({ children }: Transcript): boolean {
  const ids = children.flatMap((child) => (child.type === 'exchange' ? [child.id] : []));
  return new Set(ids).size < ids.length;
}

/** How many exchanges there are in each language, by its first subtag. */
function heldIn(transcripts: Transcript[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const { language, children } of transcripts) {
    const [base = language] = language.split('-');
    held.set(base, (held.get(base) ?? 0) + children.filter(isExchange).length);
  }
  return held;
}
