import { type Cue, type Placement, phraseOf, type Topic, topicLanguage } from '../model/topic.ts';
import { comparable } from './comparable.ts';
import { blanks } from './draft.ts';

/** Why a topic cannot do what it says, and in which field. */
export interface TopicFault {
  topic: string;
  path: PropertyKey[];
  reason: string;
}

/** A share of the archive's exchanges beyond which a topic tells nothing apart. */
const nearlyAll = 0.6;

/** From how many exchanges on a share means anything. */
const enoughToTell = 100;

/** From how many on a topic that places none is at fault: a small archive may lack its subject. */
const enoughToMiss = 5000;

/** What is wrong with topics as they are written: parents, cues that never count, topics in each other's way. */
export function checkTopics(topics: Iterable<Topic>): TopicFault[] {
  const known = new Map([...topics].map((topic) => [topic.id, topic]));
  return [...known.values()].flatMap((topic) => [
    ...faultOfParents(topic, known),
    ...faultOfNothing(topic, known),
    ...faultsOfDraft(topic),
    ...faultsOfCues(topic),
    ...faultsBetween(topic, known),
  ]);
}

/**
 * Topics that place nearly every exchange, or none, of an archive large enough to tell.
 *
 * `held` is how many exchanges there are by language, `zh` or `en`; a topic is measured against those
 * of the languages that it has phrases in. It is only missed where each of them has many: an archive
 * of one ministry keeps the others' subjects without a word.
 */
export function checkPlacements(
  topics: Iterable<Topic>,
  placements: ReadonlyMap<string, Placement[]>,
  held: ReadonlyMap<string, number>,
): TopicFault[] {
  const exchanges = [...held.values()].reduce((sum, count) => sum + count, 0);
  const counts = new Map<string, number>();
  for (const { topic } of [...placements.values()].flat())
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...topics].flatMap((topic) => {
    const count = counts.get(topic.id) ?? 0;
    const looked = Object.entries(topic.phrases).filter(([, cues]) => cues.length > 0);
    const reach = looked.map(([language]) => held.get(language) ?? 0);
    const within = reach.reduce((sum, its) => sum + its, 0) || exchanges;
    if (within >= enoughToTell && count > within * nearlyAll)
      return fault(
        topic.id,
        ['phrases'],
        `Expected phrases that tell exchanges apart, got \`${count} of ${within}\` placed; give the commonest a lower weight or company`,
      );
    const enough = reach.every((its) => its >= enoughToMiss);
    if (count === 0 && looked.length > 0 && enough && !topic.territory)
      return fault(
        topic.id,
        ['phrases'],
        `Expected phrases that some exchange says, got \`0 of ${exchanges}\` placed; give the words of the records, or a higher weight`,
      );
    return [];
  });
}

function faultOfParents(topic: Topic, known: Map<string, Topic>): TopicFault[] {
  const upwards = (id: string, way: string[]): string[] | undefined => {
    if (way.includes(id)) return [...way, id];
    for (const parent of known.get(id)?.parents ?? []) {
      const cycle = upwards(parent, [...way, id]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  const cycle = upwards(topic.id, []);
  if (cycle)
    return fault(
      topic.id,
      ['parents'],
      `Expected parents that end at the top, got \`${cycle.join(' > ')}\``,
    );
  const middle = topic.parents?.find((parent) => known.get(parent)?.parents?.length);
  return middle
    ? fault(
        topic.id,
        ['parents'],
        `Expected a parent of the upper level, got \`${middle}\`, which has parents itself`,
      )
    : [];
}

function faultOfNothing(topic: Topic, known: Map<string, Topic>): TopicFault[] {
  const { id, phrases, territory, regions } = topic;
  if (territory || regions || Object.values(phrases).some((cues) => cues.length > 0)) return [];
  if ([...known.values()].some(({ parents }) => parents?.includes(id))) return [];
  return fault(
    id,
    ['phrases'],
    'Expected phrases or topics that are part of this one, got `nothing`',
  );
}

/** What a topic still says of the draft that it was begun with. */
function faultsOfDraft({ id, names, description }: Topic): TopicFault[] {
  const unnamed = (['zh-Hans', 'en'] as const).flatMap((language) =>
    names[language] === blanks.names[language]
      ? fault(
          id,
          ['names', language],
          `Expected the subject's name, got \`${names[language]}\` of the draft; write it as a reference work does`,
        )
      : [],
  );
  const blank = blanks.description.find((it) => description.includes(it));
  return blank
    ? [
        ...unnamed,
        ...fault(
          id,
          [],
          `Expected a description below the front matter, got \`${blank}\` of the draft`,
        ),
      ]
    : unnamed;
}

function faultsOfCues({ id, phrases, except }: Topic): TopicFault[] {
  return topicLanguage.options.flatMap((language) => {
    const seen = new Set<string>();
    const barred = new Set((except?.[language] ?? []).map(comparable));
    return (phrases[language] ?? []).flatMap((cue, index) => {
      const text = phraseOf(cue);
      const repeated = seen.has(comparable(text));
      seen.add(comparable(text));
      const reason = repeated
        ? `Expected each phrase once, got \`${text}\` again`
        : faultOfCue(cue, barred);
      return reason ? fault(id, ['phrases', language, index], reason) : [];
    });
  });
}

function faultOfCue(cue: Cue, barred: Set<string>): string | undefined {
  const text = phraseOf(cue);
  if (typeof cue !== 'string' && 'pattern' in cue && new RegExp(cue.pattern, 'u').test(''))
    return `Expected a pattern that needs a character, got \`${text}\`, which matches everything`;
  if (barred.has(comparable(text)))
    return `Cannot count \`${text}\` without leaving it out of except`;
  const { with: company = [], without = [] } = typeof cue === 'string' ? {} : cue;
  const contrary = [...company, text].find((word) => without.includes(word));
  return contrary && `Cannot count \`${text}\` both with and without \`${contrary}\``;
}

/** Two topics that share a phrase and each bar what the other looks for: what has all of it is in neither. */
function faultsBetween(topic: Topic, known: Map<string, Topic>): TopicFault[] {
  return topicLanguage.options.flatMap((language) =>
    (topic.phrases[language] ?? []).flatMap((cue, index) => {
      const text = phraseOf(cue);
      if (typeof cue === 'string' || !cue.without) return [];
      const other = [...known.values()].find(
        (it) =>
          it.id !== topic.id &&
          (it.phrases[language] ?? []).some(
            (its) =>
              comparable(phraseOf(its)) === comparable(text) &&
              bars(cue, it.phrases[language] ?? []) &&
              bars(its, topic.phrases[language] ?? []),
          ),
      );
      return other
        ? fault(
            topic.id,
            ['phrases', language, index],
            `Expected \`${text}\` to count in one topic at least, got \`without\` here and in ${other.path}, each against phrases of the other`,
          )
        : [];
    }),
  );
}

const bars = (cue: Cue, others: Cue[]): boolean =>
  typeof cue !== 'string' &&
  (cue.without ?? []).some((word) => others.some((other) => phraseOf(other) === word));

const fault = (topic: string, path: PropertyKey[], reason: string): TopicFault[] => [
  { topic, path, reason },
];
