import {
  type HandPlacement,
  type Placement,
  type Reason,
  type Topic,
  topicLanguage,
} from '../model/topic.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { lexiconOf } from './lexicon.ts';
import { reasonsIn } from './reasons.ts';

/** The strength from which words place an exchange: about one phrase of weight 1 in a short question or answer. */
const enough = 0.9;

/** What placing needs to know beside topics; the defaults know nothing. */
export interface Circumstances {
  /** Placements by hand win over the words; one whose topic or exchange is not given is passed over. */
  byHand?: readonly HandPlacement[];
  /** The place of each institution, by id: no country is a topic of its own briefings. */
  homes?: ReadonlyMap<string, string>;
}

/**
 * Every placement, by exchange id: the strongest first, then by topic id; exchanges without any
 * are left out.
 */
export function place(
  transcripts: readonly Transcript[],
  topics: Iterable<Topic>,
  circumstances: Circumstances = {},
): Map<string, Placement[]> {
  return placeBy(transcripts, placer(topics, circumstances));
}

/** The same by a placer that is at hand. */
export function placeBy(
  transcripts: readonly Transcript[],
  placementsOf: ReturnType<typeof placer>,
): Map<string, Placement[]> {
  const placed = new Map<string, Placement[]>();
  for (const transcript of transcripts)
    for (const child of transcript.children) {
      if (child.type !== 'exchange') continue;
      const placements = placementsOf(child, transcript);
      if (placements.length > 0) placed.set(child.id, placements);
    }
  return placed;
}

/** Places one exchange of a transcript after another; see `place`. */
export function placer(
  topics: Iterable<Topic>,
  { byHand = [], homes = new Map() }: Circumstances = {},
): (exchange: Exchange, transcript: Transcript) => Placement[] {
  const known = new Map([...topics].map((topic) => [topic.id, topic]));
  const lexicons = topicLanguage.options.map((language) => lexiconOf(known.values(), language));
  const hands = new Map<string, HandPlacement[]>();
  for (const hand of byHand)
    if (known.has(hand.topic))
      hands.set(hand.exchange, [...(hands.get(hand.exchange) ?? []), hand]);
  return (exchange, { language, institution }) => {
    const home = homes.get(institution);
    const reasons = lexicons
      .flatMap((lexicon) => reasonsIn(exchange, language, lexicon))
      .filter(([topic]) => !home || known.get(topic)?.territory !== home);
    return settled(exchange.id, reasons, hands.get(exchange.id) ?? []);
  };
}

function settled(
  exchange: string,
  reasons: [topic: string, reason: Reason][],
  hands: HandPlacement[],
): Placement[] {
  const found = new Map<string, Placement>();
  for (const { topic, listed, why } of hands)
    found.set(topic, { topic, exchange, strength: 0, reasons: [], ...(listed && { hand: why }) });
  const barred = new Set(hands.filter(({ listed }) => !listed).map(({ topic }) => topic));
  for (const [topic, reason] of reasons) {
    const placement = found.get(topic) ?? { topic, exchange, strength: 0, reasons: [] };
    placement.reasons.push(reason);
    placement.strength += reason.strength;
    found.set(topic, placement);
  }
  for (const { reasons } of found.values()) reasons.sort(byStrength);
  return [...found.values()]
    .filter(({ topic, strength, hand }) => hand || (strength >= enough && !barred.has(topic)))
    .sort((a, b) => b.strength - a.strength || compare(a.topic, b.topic));
}

const byStrength = (a: Reason, b: Reason): number =>
  b.strength - a.strength || compare(a.phrase, b.phrase) || compare(b.side, a.side);

/** By code units, so that no locale of the machine changes an order. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
