import { basename } from 'node:path';
import { type Correction, correction } from '../model/correction.ts';
import { type HandEditions, handEditions } from '../model/edition.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import { type Outlet, outlet } from '../model/outlet.ts';
import { type Page, pageMatter } from '../model/page.ts';
import { type Person, person } from '../model/person.ts';
import type { Problem } from '../model/problem.ts';
import { reservedPaths } from '../model/source.ts';
import type { Style } from '../model/style.ts';
import { type HandPlacement, handPlacement, type Topic, topicMatter } from '../model/topic.ts';
import { checkTopics } from '../topics/check.ts';
import { withTerritories } from '../topics/territories.ts';
import {
  byId,
  eachOnce,
  keep,
  known,
  knownAll,
  namedAfterId,
  type Rule,
  uniqueForms,
  uniqueId,
} from './cross.ts';
import { filesIn } from './folder.ts';
import { readLedger } from './ledger.ts';
import { type Founded, openContent, readFounded } from './read-sources.ts';
import type { Located, MatterMemory, Reader } from './reader.ts';
import { shown } from './reasons.ts';
import { readStyles } from './styles.ts';
import type { Report } from './yaml.ts';

/** What people wrote into content/, checked; captures, transcripts and the ledger are apart. */
export interface Written extends Founded {
  outlets: Map<string, Outlet>;
  people: Map<string, Person>;
  topics: Map<string, Topic>;
  /** By topic id: a fault of one of its fields, with its place. */
  topicPlaces: Map<string, Located<unknown>['problem']>;
  /** What `placements.yaml` says about single exchanges, in its order. */
  handPlacements: Located<HandPlacement>[];
  /** What `editions.yaml` says about which transcripts are one briefing, in its order. */
  handEditions: Located<HandEditions>[];
  /** By path below content/: `corrections/<source>/<date>.yaml`. */
  corrections: Map<string, Correction>;
  pages: Page[];
  /** Citation styles of `styles/`, by id. */
  styles: Style[];
  /** Every fault found; what is faulty is left out of the rest. */
  problems: Problem[];
}

/** What people wrote, and the ledger. */
export interface Content extends Written {
  /** By source and year, in the order written. */
  ledger: LedgerEvent[];
}

/** What `readWritten` reads, and the ledger. */
export async function readContent(
  content: string,
  built?: readonly string[],
  memory?: MatterMemory,
): Promise<Content> {
  const written = await readWritten(content, built, memory);
  const { events, problems } = await readLedger(content);
  return { ...written, ledger: events, problems: [...written.problems, ...problems] };
}

/**
 * Load what people wrote into the content folder; every list by path and position.
 *
 * A missing file is an empty list; a faulty one is reported and the others still load. `built` are the
 * names of Lectern's dialects; without them no source's `dialect` is looked at. Throws as
 * {@link openContent} does.
 */
export async function readWritten(
  content: string,
  built?: readonly string[],
  memory?: MatterMemory,
): Promise<Written> {
  const { reader, problems, report } = await openContent(content, memory);
  const founded = await readFounded(reader, built, report);
  const locatedTopics = await readTopics(reader, report);
  const topics = byId(locatedTopics);
  return {
    ...founded,
    outlets: byId(
      keep(await reader.list('outlets.yaml', outlet), [uniqueId(), uniqueForms()], report),
    ),
    people: byId(await readPeople(reader, founded.institutions.keys(), report)),
    topics,
    topicPlaces: new Map(locatedTopics.map(({ value, problem }) => [value.id, problem])),
    handPlacements: await readPlacements(reader, withTerritories(topics).keys(), report),
    handEditions: await readEditions(reader, report),
    corrections: await readCorrections(reader, filesIn(content, 'sources', '.yaml'), report),
    pages: await readPages(reader, founded.sources.keys(), report),
    styles: await readStyles(content, report),
    problems,
  };
}

async function readPeople(
  reader: Reader,
  institutions: Iterable<string>,
  report: Report,
): Promise<Located<Person>[]> {
  const rule = known('institution', 'an institution of institutions.yaml', institutions);
  return keep(await reader.list('people.yaml', person), [uniqueId(), rule, uniqueForms()], report);
}

async function readTopics(
  reader: Reader,
  report: Report,
): Promise<Pick<Located<Topic>, 'value' | 'problem'>[]> {
  const files = await reader.markdown('topics', topicMatter);
  const ids = files.map(({ value }) => value.id);
  const rules = [
    namedAfterId(),
    uniqueId(),
    knownAll('parents', 'a topic of topics/', ids),
    knownAll('related', 'a topic of topics/', ids),
  ];
  const kept = keep(files, rules, report).map(({ value, markdown, file, problem }) => ({
    value: { ...value, description: markdown, path: file },
    problem,
  }));
  const places = new Map(kept.map(({ value, problem }) => [value.id, problem]));
  for (const { topic, path, reason } of checkTopics(kept.map(({ value }) => value))) {
    const problem = places.get(topic);
    if (problem) report(problem(path, reason));
  }
  return kept;
}

async function readPlacements(
  reader: Reader,
  topics: Iterable<string>,
  report: Report,
): Promise<Located<HandPlacement>[]> {
  const rule = known('topic', 'a topic of topics/', topics);
  return keep(await reader.list('placements.yaml', handPlacement), [rule], report);
}

async function readEditions(reader: Reader, report: Report): Promise<Located<HandEditions>[]> {
  const rules = [eachOnce('editions'), onePerSource];
  return keep(await reader.list('editions.yaml', handEditions), rules, report);
}

/** A briefing has one record of each source. */
const onePerSource: Rule<HandEditions> = ({ value: { editions } }) => {
  const sources = editions.map((id) => id.split('/')[0]);
  const again = sources.findIndex((source, at) => sources.indexOf(source) < at);
  if (again < 0) return null;
  const reason = `Expected transcripts of different sources, got ${shown(editions[again])}`;
  return { path: ['editions', again], reason };
};

async function readCorrections(
  reader: Reader,
  sourceFiles: string[],
  report: Report,
): Promise<Map<string, Correction>> {
  const ids = new Set(sourceFiles.map((file) => basename(file, '.yaml')));
  const sourceOf = (file: string) => file.split('/')[1] ?? '';
  const ofSource = ({ file }: Located<Correction>) =>
    ids.has(sourceOf(file))
      ? null
      : {
          path: [],
          reason: `Expected a folder named after a source, got ${shown(sourceOf(file))}`,
        };
  const kept = keep(await reader.each('corrections', correction), [ofSource], report);
  return new Map(kept.map(({ file, value }) => [file, value]));
}

/** A page's name is its address, which no other page of the site has. */
function ownPath(sources: Iterable<string>): Rule<unknown> {
  const taken = new Set([...reservedPaths, ...sources, '404', 'index']);
  for (const page of ['about', 'changes']) taken.delete(page);
  const seen = new Set<string>();
  return ({ file }) => {
    const id = basename(file, '.md');
    const again = seen.has(id);
    seen.add(id);
    if (again)
      return { path: [], reason: `Expected a name that no other page has, got ${shown(id)}` };
    if (!/^[^.]+(?:\.(?:en|zh-Hans))?$/.test(id))
      return {
        path: [],
        reason: `Expected a name with no ending but .en or .zh-Hans, got ${shown(id)}`,
      };
    if (!taken.has(id.split('.')[0] ?? '')) return null;
    return { path: [], reason: `Expected a name that is no path of the site, got ${shown(id)}` };
  };
}

async function readPages(
  reader: Reader,
  sources: Iterable<string>,
  report: Report,
): Promise<Page[]> {
  const rules = [ownPath(sources)];
  const kept = keep(await reader.markdown('pages', pageMatter), rules, report);
  return kept.map(({ value, markdown, file }) => ({
    ...value,
    id: basename(file, '.md'),
    markdown,
  }));
}
