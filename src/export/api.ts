import { apiSchemas } from '../model/api.ts';
import type { Archive } from '../model/archive.ts';
import { recordPath, viewPath } from '../model/paths.ts';
import { quotable } from '../model/quotable.ts';
import { jsonSchemas, schemasOf } from './codebook.ts';
import type { ExportFile } from './export-file.ts';
import { flatTranscripts } from './flat.ts';

const root = 'api/v1';

/**
 * The archive as JSON files below `api/v1/`, but for those of single transcripts, which `apiOf` makes:
 * the same ids and paths as the pages.
 */
export function* api(archive: Archive): Generator<ExportFile> {
  const { sources, topics, outlets, people, institutions } = archive;
  yield file('index', index(archive));
  yield file('institutions', [...institutions.values()]);
  yield file(
    'sources',
    [...sources.values()].map(({ profile: _, ...source }) => source),
  );
  yield file('people', [...people.values()]);
  yield file('calendar', calendar(archive));
  yield* listings('topics', topics, placed(archive));
  yield* listings('outlets', outlets, asked(archive));
  yield* years(archive);
  yield* wordings(archive);
  const schemas = { ...jsonSchemas(), ...schemasOf(apiSchemas) };
  for (const [name, schema] of Object.entries(schemas)) yield file(`schema/${name}`, schema);
}

const file = (path: string, value: unknown): ExportFile => ({
  path: `${root}/${path}.json`,
  bytes: `${JSON.stringify(value)}\n`,
});

function index({ site, transcripts, topics, outlets }: Archive): object {
  const years = new Map(
    transcripts.map(({ source, date }) => {
      const list = `transcripts/${source}/${date.slice(0, 4)}`;
      return [list, `/${root}/${list}.json`];
    }),
  );
  const lists = ['institutions', 'sources', 'people', 'calendar', 'topics', 'outlets'];
  return {
    title: site.title,
    description: site.description,
    url: site.url,
    counts: {
      transcripts: transcripts.length,
      exchanges: transcripts.reduce((sum, it) => sum + exchangesOf(it).length, 0),
      topics: topics.size,
      outlets: outlets.size,
    },
    lists: Object.fromEntries(lists.map((name) => [name, `/${root}/${name}.json`])),
    transcripts: [...years.values()],
  };
}

/** The words of every version of a record that has more than one: what links that quote are looked up in. */
function* wordings({ versions }: Archive): Generator<ExportFile> {
  for (const { id, versions: all } of versions.values()) {
    const told = all.map(({ children, ...version }) => ({
      ...version,
      outside: quotable({ children: children.filter((child) => child.type !== 'exchange') }),
      exchanges: Object.fromEntries(
        children.flatMap((child) =>
          child.type === 'exchange' ? [[child.n, quotable(child)]] : [],
        ),
      ),
    }));
    yield file(`wordings/${id}`, { id, versions: told });
  }
}

/** Each day with its transcripts, oldest first. */
function calendar({ transcripts }: Archive): object[] {
  const days = new Map<string, string[]>();
  for (const { date, id } of transcripts) days.set(date, [...(days.get(date) ?? []), id]);
  return [...days].map(([date, ids]) => ({ date, transcripts: ids }));
}

/** A list of all things of a kind, and of each a file with its exchanges, in the archive's order. */
function* listings(
  kind: 'topics' | 'outlets',
  things: Archive['topics'] | Archive['outlets'],
  exchanges: Map<string, string[]>,
): Generator<ExportFile> {
  const all = [...things.values()].map(({ id, names }) => ({
    id,
    names,
    url: viewPath(kind, id),
    exchanges: exchanges.get(id)?.length ?? 0,
  }));
  yield file(kind, all);
  for (const thing of all) {
    const ids = exchanges.get(thing.id) ?? [];
    yield file(`${kind}/${thing.id}`, {
      ...thing,
      exchanges: ids.map((id) => ({ id, url: recordPath(id) })),
    });
  }
}

function placed({ transcripts, placements }: Archive): Map<string, string[]> {
  return grouped(transcripts, (id) => (placements.get(id) ?? []).map(({ topic }) => topic));
}

function asked({ transcripts }: Archive): Map<string, string[]> {
  const outlets = new Map(
    transcripts
      .flatMap(exchangesOf)
      .map(({ id, children }) => [
        id,
        children.flatMap((child) => (child.type === 'turn' ? (child.outlet ?? []) : [])),
      ]),
  );
  return grouped(transcripts, (id) => [...new Set(outlets.get(id))]);
}

function grouped(
  transcripts: Archive['transcripts'],
  groupsOf: (exchange: string) => string[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id } of transcripts.flatMap(exchangesOf)) {
    for (const group of groupsOf(id)) {
      const there = groups.get(group);
      if (there) there.push(id);
      else groups.set(group, [id]);
    }
  }
  return groups;
}

/** Of each source and year a list of its transcripts. */
function* years(archive: Archive): Generator<ExportFile> {
  const lists = new Map<string, object[]>();
  for (const line of flatTranscripts(archive)) {
    const list = `transcripts/${line.source}/${line.date.slice(0, 4)}`;
    const there = lists.get(list);
    if (there) there.push(line);
    else lists.set(list, [line]);
  }
  for (const [list, lines] of lists) yield file(list, lines);
}

/** Where `apiOf` puts a transcript of that id. */
export const apiPath = (transcript: string): string => `${root}/transcripts/${transcript}.json`;

/** A transcript as its tree with the topics of its exchanges, which have no files of their own. */
export function apiOf(
  transcript: Archive['transcripts'][number],
  placements: Archive['placements'],
): ExportFile {
  const topics = exchangesOf(transcript).map(({ id }) => [
    id,
    (placements.get(id) ?? []).map(({ topic }) => topic).sort(),
  ]);
  return file(`transcripts/${transcript.id}`, { transcript, topics: Object.fromEntries(topics) });
}

const exchangesOf = ({ children }: Archive['transcripts'][number]) =>
  children.filter((child) => child.type === 'exchange');
