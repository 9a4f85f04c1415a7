import type { Archive } from '../../src/model/archive.ts';
import type { Exchange, Transcript, Turn } from '../../src/model/transcript.ts';

/** Words of one made-up exchange; `statement` makes it an opening statement of its own. */
export interface Said {
  date: string;
  question?: string;
  answer?: string;
  statement?: string;
  outlet?: string;
  speaker?: string;
}

const digest = 'a'.repeat(64);

function turn(kind: Turn['kind'], text: string, said: Said): Turn {
  return {
    type: 'turn',
    kind,
    label: kind === 'question' ? '问' : '答',
    speaker: kind === 'question' ? null : (said.speaker ?? null),
    outlet: kind === 'question' ? (said.outlet ?? null) : null,
    children: text.split('\n').map((value) => ({ type: 'paragraph', value })),
  };
}

function transcriptOf(date: string, said: Said[]): Transcript {
  const id = `cal-zh/${date}`;
  let number = 0;
  const children = said.map((one): Turn | Exchange => {
    if (one.statement !== undefined) return turn('statement', one.statement, one);
    number++;
    return {
      type: 'exchange',
      id: `${id}/${number}`,
      n: String(number),
      parts: [{ id: 'a', question: [], answer: [] }],
      flags: [],
      children: [turn('question', one.question ?? '', one), turn('answer', one.answer ?? '', one)],
    };
  });
  return {
    type: 'transcript',
    schemaVersion: 1,
    id,
    source: 'cal-zh',
    institution: 'cal-press',
    briefing: `cal-press/${date}`,
    kind: 'conference',
    language: 'zh-Hans',
    date,
    dateFrom: 'title',
    title: `卡尔德米尔共和国记者会 ${date}`,
    url: `https://press.example/${date}`,
    publisher: 'Caldmere Press Office',
    spokespersons: [],
    partial: false,
    captures: [{ sha256: digest, url: `https://press.example/${date}`, how: 'imported' }],
    versions: [{ id: 'v1', digest, captures: [digest] }],
    flags: [],
    children,
  };
}

/** An archive of the fictional Republic of Caldmere that holds what was said, by day. */
export function madeUpArchive(said: Said[]): Archive {
  const days = [...new Set(said.map(({ date }) => date))].sort();
  const both = (name: string) => ({ 'zh-Hans': name, en: name });
  return {
    site: {
      title: both('Caldmere'),
      description: both('Caldmere'),
      language: 'en',
      url: 'https://caldmere.example/',
      contact: null,
    },
    dialects: new Map(),
    institutions: new Map(),
    sources: new Map(),
    outlets: new Map(
      [
        { id: 'tidewire', names: { 'zh-Hans': '潮汐社', en: 'Tidewire' } },
        { id: 'harbour-gazette', names: { 'zh-Hans': '港湾公报', en: 'Harbour Gazette' } },
      ].map(({ id, names }) => [
        id,
        { id, names, aliases: [], place: 'ZZ', kind: 'agency' as const },
      ]),
    ),
    people: new Map([
      [
        'cen-ruolan',
        {
          id: 'cen-ruolan',
          names: { 'zh-Hans': '岑若澜', en: 'Cen Ruolan' },
          aliases: [],
          institution: 'cal-press',
        },
      ],
    ]),
    topics: new Map(),
    transcripts: days.map((day) =>
      transcriptOf(
        day,
        said.filter(({ date }) => date === day),
      ),
    ),
    placements: new Map(),
    ledger: [],
    pages: [],
    tombstones: new Map(),
    styles: [],
    versions: new Map(),
    corrections: new Map(),
    briefings: [],
    problems: [],
  };
}
