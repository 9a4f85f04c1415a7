import {
  type Exchange,
  type Paragraph,
  type Transcript,
  type Turn,
  transcript,
} from '../../src/model/transcript.ts';

/** A name in both languages. */
export const names = (zh: string, en: string) => ({ 'zh-Hans': zh, en });

/** A paragraph with what it may have beside its words. */
export const words = (value: string, more: Partial<Paragraph> = {}): Paragraph => ({
  type: 'paragraph',
  value,
  ...more,
});

type Said = string | Turn['children'][number];

const turn =
  (kind: Turn['kind']) =>
  (label: string | null, who: string | null, ...said: Said[]): Turn => ({
    type: 'turn',
    kind,
    label,
    speaker: kind === 'question' ? null : who,
    outlet: kind === 'question' ? who : null,
    children: said.map((each) => (typeof each === 'string' ? words(each) : each)),
  });

/** Turns of the fixture: label as printed, then outlet id or speaker, then paragraphs. */
export const asks = turn('question');
export const answers = turn('answer');
export const states = turn('statement');
/** Words that nobody says. */
export const note = (value: string) => ({ type: 'note' as const, value });

/** An exchange of one part, or of the parts given. */
export function exchange(
  id: string,
  children: Exchange['children'],
  more: Partial<Pick<Exchange, 'parts' | 'flags'>> = {},
): Exchange {
  const n = id.split('/')[2] ?? '';
  return {
    type: 'exchange',
    id,
    n,
    parts: [{ id: 'a', question: [], answer: [] }],
    flags: [],
    ...more,
    children,
  };
}

type Facts = Pick<Transcript, 'id' | 'title' | 'children'> & Partial<Transcript>;

/** A transcript of the press office, checked by its schema. */
export function record(facts: Facts): Transcript {
  const [source = '', day = ''] = facts.id.split('/');
  const date = day.slice(0, 10);
  return transcript.parse({
    type: 'transcript',
    schemaVersion: 1,
    source,
    institution: 'cal-press',
    briefing: `cal-press/${date}`,
    kind: 'conference',
    language: source === 'cal-zh' ? 'zh-Hans' : 'en',
    date,
    dateFrom: 'title',
    url: `https://press.caldmere.example/${facts.id}.html`,
    publisher: source === 'cal-zh' ? '卡尔德米尔新闻办公室' : 'Press Office of Caldmere',
    spokespersons: [source === 'cal-zh' ? '岑若澜' : 'Ilse Marrow'],
    partial: false,
    captures: [
      {
        sha256: 'c'.repeat(64),
        url: 'https://press.caldmere.example/',
        how: 'fetched',
        retrieved: '2031-03-15T10:00:00Z',
      },
    ],
    versions: [{ id: 'v1', digest: 'd'.repeat(64), captures: ['c'.repeat(64)] }],
    flags: [],
    ...facts,
  });
}
