import type { Archive, Listed, View } from '../model/archive.ts';
import type { Names } from '../model/names.ts';
import type { Exchange, Transcript, Turn } from '../model/transcript.ts';

/** A listing without its exchanges. */
type Heading = Pick<View, 'kind' | 'id' | 'names'>;

/** The exchange's listings of one kind. */
type Lister = (exchange: Exchange, transcript: Transcript) => Heading[];

/**
 * Every listing of the archive's exchanges: topics, outlets, speakers, years, by kind and id.
 *
 * A topic has its listing even while it is empty; the others appear with their first exchange.
 */
export function views(archive: Archive): View[] {
  const found = new Map<string, View>();
  const viewOf = (heading: Heading): View => {
    const key = `${heading.kind}/${heading.id}`;
    const view = found.get(key) ?? { ...heading, exchanges: [] };
    found.set(key, view);
    return view;
  };
  for (const topic of archive.topics.values()) viewOf({ kind: 'topics', ...named(topic) });
  const listers = [byTopic(archive), byOutlet(archive), bySpeaker(archive), byYear];
  for (const listed of newestFirst(archive.transcripts)) {
    for (const lister of listers) {
      for (const heading of lister(listed.exchange, listed.transcript)) {
        viewOf(heading).exchanges.push(listed);
      }
    }
  }
  return [...found].sort(([a], [b]) => Number(a > b) - Number(a < b)).map(([, view]) => view);
}

function newestFirst(transcripts: Transcript[]): Listed[] {
  return transcripts
    .toReversed()
    .flatMap((transcript) =>
      transcript.children.flatMap((exchange) =>
        exchange.type === 'exchange' && !exchange.flags.includes('slight')
          ? [{ transcript, exchange }]
          : [],
      ),
    );
}

const byTopic =
  ({ topics, placements }: Archive): Lister =>
  (exchange) =>
    (placements.get(exchange.id) ?? []).flatMap(({ topic }) => {
      const it = topics.get(topic);
      return it ? [{ kind: 'topics', ...named(it) }] : [];
    });

const byOutlet =
  ({ outlets }: Archive): Lister =>
  (exchange) =>
    distinct(turns(exchange).map((turn) => turn.outlet)).flatMap((id) => {
      const it = outlets.get(id);
      return it ? [{ kind: 'outlets', ...named(it) }] : [];
    });

function bySpeaker({ people }: Archive): Lister {
  const known = new Map<string, Heading>();
  for (const person of people.values()) {
    for (const form of [...Object.values(person.names), ...person.aliases]) {
      known.set(`${person.institution}/${form}`, { kind: 'speakers', ...named(person) });
    }
  }
  return (exchange, { institution }) => {
    const names = distinct(
      turns(exchange).map(({ kind, speaker }) => (kind === 'answer' ? speaker : null)),
    );
    const headings = names.map((name) => known.get(`${institution}/${name}`) ?? unlisted(name));
    return [...new Map(headings.map((heading) => [heading.id, heading])).values()];
  };
}

const byYear: Lister = (_, { date }) => [{ ...unlisted(date.slice(0, 4)), kind: 'years' }];

const unlisted = (name: string): Heading => ({
  kind: 'speakers',
  id: name,
  names: { 'zh-Hans': name, en: name },
});

const named = ({ id, names }: { id: string; names: Names }) => ({ id, names });

const turns = (exchange: Exchange): Turn[] =>
  exchange.children.filter((child) => child.type === 'turn');

const distinct = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
