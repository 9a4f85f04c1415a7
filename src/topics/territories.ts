import type { Names } from '../model/names.ts';
import { type Cue, type Placement, phraseOf, type Topic } from '../model/topic.ts';
import { comparable } from './comparable.ts';
import { regionsByTerritory, territoriesIn } from './regions.ts';
import { formsOf, longerNames, namesOf } from './territory-names.ts';

/**
 * The declared topics and one for every other territory of CLDR, sorted by id. Those of a territory
 * gain its names as phrases and, where they say none, the regions it lies in as parents.
 */
export function withTerritories(declared: ReadonlyMap<string, Topic>): Map<string, Topic> {
  const taken = new Set([...declared.values()].map(({ territory }) => territory));
  const made = territoriesIn('001')
    .filter((code) => !taken.has(code))
    .map(topicOf)
    .filter(({ id }) => !declared.has(id));
  const regions = regionsByTerritory(declared.values());
  const topics = [...declared.values(), ...made].map((topic) => completed(topic, regions));
  return new Map(
    topics
      .sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id))
      .map((topic) => [topic.id, topic]),
  );
}

/** The topics without those made here that place no exchange. */
export function withoutUnused(
  topics: ReadonlyMap<string, Topic>,
  declared: ReadonlyMap<string, Topic>,
  placements: ReadonlyMap<string, Placement[]>,
): Map<string, Topic> {
  const used = new Set([...placements.values()].flat().map(({ topic }) => topic));
  return new Map([...topics].filter(([id]) => declared.has(id) || used.has(id)));
}

function topicOf(territory: string): Topic {
  const names = namesOf(territory);
  const id = names.en
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/gu)
    ?.join('-');
  return {
    id: id ?? territory.toLowerCase(),
    names,
    territory,
    phrases: {},
    description: descriptionOf(names),
    path: `topics/${id}.md`,
  };
}

const descriptionOf = ({ 'zh-Hans': chinese, en }: Names): string =>
  `${chinese}：同其他国家的关系，以及国内局势。\n\n***\n\n${en}: relations with other states, and events there.`;

function completed(topic: Topic, regions: Map<string, string[]>): Topic {
  const { territory, phrases, except } = topic;
  if (!territory) return topic;
  const parents = topic.parents ?? regions.get(territory);
  const chinese = formsOf(territory, 'zh-Hans');
  const english = formsOf(territory, 'en');
  return {
    ...topic,
    ...(parents && { parents }),
    phrases: {
      zh: withNames(chinese, phrases.zh),
      en: withNames(english, phrases.en),
    },
    except: {
      zh: [...longerNames(chinese, 'zh-Hans'), ...(except?.zh ?? [])],
      en: [...longerNames(english, 'en'), ...(except?.en ?? [])],
    },
  };
}

/** Names before the phrases that the topic declares; what it declares itself keeps its own weight. */
function withNames(names: string[], declared: Cue[] = []): Cue[] {
  const own = new Set(declared.map((cue) => comparable(phraseOf(cue))));
  const others = names.filter((name) => !own.has(comparable(name)));
  return [...others, ...declared];
}
