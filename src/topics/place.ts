import {
  type HandPlacement,
  type Placement,
  type Reason,
  type Topic,
  topicLanguage,
} from '../model/topic.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { lexiconOf } from './lexicon.ts';
import { reasonsIn, reasonsInTitle } from './reasons.ts';

/** The strength from which words place an exchange: about one phrase of weight 1 in a short question or answer. */
const enough = 0.9;

/**
 * The same for a topic that only the answer names, where the question names another: of 35 such
 * placements between the two on pages read by hand a third were right.
 */
const enoughBeside = 1.1;

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
  return (exchange, transcript) => {
    const home = homes.get(transcript.institution);
    const abroad = (reasons: TopicReason[]) =>
      reasons.filter(([topic]) => !home || known.get(topic)?.territory !== home);
    const said = lexicons.flatMap((it) => reasonsIn(exchange, transcript.language, it));
    const own = hands.get(exchange.id) ?? [];
    const placements = settled(exchange.id, abroad(said), own);
    if (placements.length > 0) return placements;
    const announced = lexicons.flatMap((it) => reasonsInTitle(transcript, it));
    return settled(exchange.id, abroad(announced), own);
  };
}

/**
 * Whether an exchange, or the title of its record, says any word that counts for one of the topics,
 * however little. Where it says none, the topics do not move its placements: no topic's words weigh
 * on another's but by placing it.
 */
export function mentioning(
  topics: Iterable<Topic>,
): (exchange: Exchange, transcript: Transcript) => boolean {
  const known = [...topics];
  const lexicons = topicLanguage.options
    .map((language) => lexiconOf(known, language))
    .filter(({ rules }) => rules.size > 0);
  return (exchange, transcript) =>
    lexicons.some(
      (it) =>
        reasonsIn(exchange, transcript.language, it).length > 0 ||
        reasonsInTitle(transcript, it).length > 0,
    );
}

type TopicReason = [topic: string, reason: Reason];

function settled(exchange: string, reasons: TopicReason[], hands: HandPlacement[]): Placement[] {
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
  const placements = [...found.values()];
  const least = placements.some(isAsked) ? enoughBeside : enough;
  for (const { reasons } of placements) reasons.sort(byStrength);
  return placements
    .filter(
      (it) => it.hand || (it.strength >= (isAsked(it) ? enough : least) && !barred.has(it.topic)),
    )
    .sort((a, b) => b.strength - a.strength || compare(a.topic, b.topic));
}

/** Whether a question names the topic clearly enough to be listed. */
const isAsked = ({ strength, reasons }: Placement): boolean =>
  strength >= enough && reasons.some(({ side }) => side === 'question');

const byStrength = (a: Reason, b: Reason): number =>
  b.strength - a.strength || compare(a.phrase, b.phrase) || compare(b.side, a.side);

/** By code units, so that no locale of the machine changes an order. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
