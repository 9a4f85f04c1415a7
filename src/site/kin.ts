import type { Archive } from '../model/archive.ts';
import type { Topic } from '../model/topic.ts';

/** The topics that a topic's file or theirs tie it to, by id. */
export interface Kin {
  /** What it is part of. */
  parents: Topic[];
  /** What is part of it; of these alone, so that a circle of parents ends. */
  parts: Topic[];
  /** What a reader may look for; said by either file. */
  related: Topic[];
}

/** The kin of a topic; none for one that the archive does not have. */
export function kinOf({ topics }: Archive, id: string): Kin {
  const topic = topics.get(id);
  const others = [...topics.values()].filter((it) => it.id !== id);
  const isRelated = (it: Topic) => topic?.related?.includes(it.id) || it.related?.includes(id);
  return {
    parents: others.filter((it) => topic?.parents?.includes(it.id)),
    parts: others.filter((it) => it.parents?.includes(id)),
    related: others.filter(isRelated),
  };
}
