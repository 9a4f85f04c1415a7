import type { Archive } from '../model/archive.ts';
import { slug } from '../model/names.ts';
import { wordsOf } from '../model/words.ts';
import { comparable } from '../topics/comparable.ts';
import { draftOf } from '../topics/draft.ts';
import { suggest } from '../topics/suggest.ts';
import { type Action, beginning, listedIn, questionsOf, type Request } from './topics-action.ts';

/** Phrases that a topic could be made of, each with examples. */
export const propose: Action = ({ archive, since, language, limit }) => {
  const listed = listedIn(archive).filter(({ transcript }) =>
    transcript.language.startsWith(language),
  );
  const questions = listed.map((it) => ({
    exchange: it.exchange.id,
    words: questionsOf(it).map(wordsOf).join('\n'),
    briefing: it.transcript.briefing,
    period: periodOf(it.transcript.date, since),
  }));
  const names = speakerNames(archive);
  const found = suggest(questions, archive.topics.values(), language)
    .filter(({ phrase }) => !phrase.split(' ').every((word) => names.has(word)))
    .slice(0, limit);
  const known = new Map(listed.map((it) => [it.exchange.id, it]));
  const example = (id: string) => {
    const it = known.get(id);
    return `          ${id}  ${it ? beginning(it) : ''}`;
  };
  return {
    data: found,
    lines: found.flatMap(({ phrase, period, focus, elsewhere, keyness, examples }) => [
      `${keyness.toFixed(1).padStart(8)}  ${phrase}: ${focus} in ${period}, ${elsewhere} elsewhere`,
      ...examples.map(example),
    ]),
  };
};

/** The month of a day; with `since` all from that day on is one period, and what was before is compared with. */
function periodOf(date: string, since: string | undefined): string | null {
  if (since === undefined) return date.slice(0, 7);
  return date >= since ? `${since}…` : null;
}

/** The words of the names of all who answer: they are spoken to, not asked about. */
const speakerNames = ({ people, transcripts }: Archive): Set<string> =>
  new Set(
    [
      ...[...people.values()].flatMap(({ names }) => Object.values(names)),
      ...transcripts.flatMap(({ spokespersons }) => spokespersons),
    ].flatMap((name) => comparable(name).split(/[\s-]+/u)),
  );

/** A topic file of phrases, ready to be mended and saved; no archive is needed for it. */
export const draft = ({
  args: [id = '', ...phrases],
  language,
}: Pick<Request, 'args' | 'language'>): ReturnType<Action> => {
  if (!slug.safeParse(id).success) return `Expected an id such as sea-ice, got \`${id}\``;
  if (phrases.length === 0)
    return `Cannot draft \`${id}\` without a phrase: name one or more after it`;
  const text = draftOf(id, phrases, language);
  return { data: { path: `topics/${id}.md`, text }, lines: text.trimEnd().split('\n') };
};
