import type { Placement, Topic } from '../model/topic.ts';

/** What part of the strongest placement's strength a subject needs to go before a territory. */
const nearEnough = 1 / 3;

/**
 * The one topic to name where there is room for one: the strongest that is part of an upper topic
 * and is no territory, if it has at least a third of the strength of the strongest of all; else that
 * one. A territory tells whom an exchange is about, a subject tells what.
 */
export function leadTopic(
  placements: readonly Placement[],
  topics: ReadonlyMap<string, Topic>,
): Topic | null {
  const [strongest] = placements;
  if (!strongest) return null;
  const narrow = placements.find(({ topic, strength }) => {
    const it = topics.get(topic);
    const isPart = it?.parents !== undefined && it.parents.length > 0;
    return isPart && !it.territory && strength >= strongest.strength * nearEnough;
  });
  return topics.get((narrow ?? strongest).topic) ?? null;
}
