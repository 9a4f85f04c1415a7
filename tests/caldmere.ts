import type { Archive } from '../src/model/archive.ts';
import { type Exchange, type Transcript, type Turn, transcript } from '../src/model/transcript.ts';

/**
 * Files of a content folder with one source: a ministry, publishing in Chinese, of the Republic of
 * Caldmere, a state that does not exist.
 */
export const ministry: Record<string, string> = {
  'institutions.yaml':
    '- id: caldmere-mfa\n  names: {zh-Hans: 卡尔德米尔外交部, en: Caldmere Foreign Ministry}\n  place: Caldmere\n',
  'sources/caldmere-zh.yaml': [
    'id: caldmere-zh',
    'institution: caldmere-mfa',
    'names: {zh-Hans: 卡尔德米尔外交部发言人, en: Foreign Ministry spokesperson}',
    'publisher: 卡尔德米尔外交部',
    'language: zh-Hans',
    'timeZone: Asia/Shanghai',
    'verified: true',
    'urls: [mfa.caldmere.example/zh/*]',
    'rights: {statement: Made up for tests, url: null, redistribute: yes}',
    'dialect: chinese-colon',
    'profile: {title: [h1], body: ["#text"]}',
    '',
  ].join('\n'),
};

/** A turn of the Republic of Caldmere, a state that does not exist. */
export function turnOf(kind: Turn['kind'], label: string | null, ...words: string[]): Turn {
  return {
    type: 'turn',
    kind,
    label,
    speaker: kind === 'question' ? null : label,
    outlet: kind === 'question' ? 'harbour-post' : null,
    children: words.map((value) => ({ type: 'paragraph', value })),
  };
}

/** An exchange of one part: the first turn asks, the others answer. */
export function exchangeOf(
  id: string,
  question: string,
  answer: string[],
  flags: Exchange['flags'] = [],
): Exchange {
  const whole = (turn: number, words: string[]) =>
    words.map((text, paragraph) => ({ turn, paragraph, start: 0, end: text.length }));
  return {
    type: 'exchange',
    id,
    n: id.split('/')[2] ?? '',
    parts: [{ id: 'a', question: whole(0, [question]), answer: whole(1, answer) }],
    flags,
    children: [
      turnOf('question', 'Harbour Post', question),
      turnOf('answer', 'Ana Quill', ...answer),
    ],
  };
}

/** A transcript of the source `caldmere` with an opening statement, a note and the exchanges. */
export function transcriptOf(date: string, ...exchanges: Exchange[]): Transcript {
  return transcript.parse({
    type: 'transcript',
    schemaVersion: 1,
    id: `caldmere/${date}`,
    source: 'caldmere',
    institution: 'caldmere-press',
    briefing: `caldmere-press/${date.slice(0, 10)}`,
    kind: 'conference',
    language: 'en',
    date: date.slice(0, 10),
    dateFrom: 'title',
    title: `Briefing of ${date}`,
    url: `https://press.caldmere.example/briefings/${date}`,
    publisher: 'Caldmere Press Office',
    spokespersons: ['Ana Quill'],
    partial: false,
    captures: [{ sha256: 'a'.repeat(64), url: 'https://press.caldmere.example/', how: 'imported' }],
    versions: [{ id: 'v1', digest: 'b'.repeat(64), captures: ['a'.repeat(64)] }],
    flags: [],
    children: [
      turnOf('statement', 'Ana Quill', 'Good morning.', 'The harbour opens at noon.'),
      { type: 'note', value: '(Laughter.)' },
      ...exchanges,
    ],
  });
}

/** Two days of briefings: two exchanges, then one and a slight one. */
export const twoDays = (): Transcript[] => [
  transcriptOf(
    '2031-05-06',
    exchangeOf('caldmere/2031-05-06/1', 'When does the harbour open?', [
      'At noon.',
      'For all ships.',
    ]),
    exchangeOf('caldmere/2031-05-06/2', 'And the bridge?', ['Tomorrow.']),
  ),
  transcriptOf(
    '2032-01-02',
    exchangeOf('caldmere/2032-01-02/1', 'Is the quay dry?', ['It is.']),
    exchangeOf('caldmere/2032-01-02/2', 'Really?', ['Yes.'], ['slight']),
  ),
];

/** An archive of these transcripts with one outlet, one person and one topic, nothing placed. */
export function archiveOf(transcripts: Transcript[]): Archive {
  const names = (en: string) => ({ 'zh-Hans': en, en });
  return {
    site: {
      title: names('Caldmere'),
      description: names('Briefings'),
      language: 'en',
      url: 'https://archive.caldmere.example/',
      contact: null,
    },
    dialects: new Map(),
    institutions: new Map(),
    sources: new Map(),
    outlets: new Map([
      [
        'harbour-post',
        {
          id: 'harbour-post',
          names: names('The Harbour Post'),
          aliases: [],
          place: 'CM',
          kind: 'newspaper',
        },
      ],
    ]),
    people: new Map([
      [
        'ana-quill',
        { id: 'ana-quill', names: names('Ana Quill'), aliases: [], institution: 'caldmere-press' },
      ],
    ]),
    topics: new Map(),
    transcripts,
    placements: new Map(),
    ledger: [],
    briefings: [],
    pages: [],
    tombstones: new Map(),
    styles: [],
    versions: new Map(),
    corrections: new Map(),
    problems: [],
  };
}
