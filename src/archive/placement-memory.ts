import { createHash } from 'node:crypto';
import type { Placement, Topic } from '../model/topic.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { type Circumstances, mentioning, placer } from '../topics/place.ts';
import type { Stamps } from './stamps.ts';
import { transcriptFile } from './transcripts.ts';

/** The placements of a transcript's exchanges, and what they were found in: the file's digest and the exchanges' numbers. */
type Remembered = [from: string, placed: [exchange: string, placements: Placement[]][]];

/** Placements as kept between two gatherings. */
export interface SavedPlacements {
  /** Digest of what places beside the words and the topics: hands, homes, code. */
  rules: string;
  /** By topic id: digest of its words, and of whatever else of it places. */
  topics: Record<string, string>;
  transcripts: Record<string, Remembered>;
}

const nothing: SavedPlacements = { rules: '', topics: {}, transcripts: {} };

/** Placing takes a third of gathering, and of an archive of decades nearly all stays as it was. */
export class PlacementMemory {
  readonly #code: string;
  readonly #stamps: Stamps;
  #saved: SavedPlacements;

  /** `code` stands for the code that places; `stamps` are those of the content folder. */
  constructor(code: string, stamps: Stamps, saved: SavedPlacements | null) {
    this.#code = code;
    this.#stamps = stamps;
    this.#saved = saved ?? nothing;
  }

  /** What to keep for the next gathering. */
  get saved(): SavedPlacements {
    return this.#saved;
  }

  /**
   * Every placement, as `place` gives it; words are looked at only where a file changed, or where a
   * topic that changed placed an exchange or now finds a word of its own.
   */
  place(
    transcripts: readonly Transcript[],
    topics: Iterable<Topic>,
    circumstances: Circumstances,
  ): Map<string, Placement[]> {
    const known = [...topics];
    const after: SavedPlacements = {
      rules: this.#rulesOf(circumstances),
      topics: Object.fromEntries(known.map((topic) => [topic.id, digestOfRule(topic)])),
      transcripts: {},
    };
    const before = after.rules === this.#saved.rules ? this.#saved : nothing;
    const isMoved = movedBy(changed(before.topics, after.topics), known, circumstances);
    let place: ReturnType<typeof placer> | null = null;
    const placeAnew = (exchange: Exchange, transcript: Transcript) => {
      place ??= placer(known, circumstances);
      return place(exchange, transcript);
    };
    for (const it of transcripts) {
      const from = this.#from(it);
      const [lastFrom, last] = before.transcripts[it.id] ?? [];
      const old = lastFrom === from ? new Map(last) : null;
      const placed = it.children.flatMap((child): Remembered[1] => {
        if (child.type !== 'exchange') return [];
        const same = old?.get(child.id) ?? [];
        const isKnown = old !== null && !isMoved(child, it, same);
        const placements = isKnown ? same : placeAnew(child, it);
        return placements.length > 0 ? [[child.id, placements]] : [];
      });
      after.transcripts[it.id] = [from, placed];
    }
    this.#saved = after;
    return new Map(transcripts.flatMap(({ id }) => after.transcripts[id]?.[1] ?? []));
  }

  /** The numbers too, for what is withheld leaves the file as it is and must not be remembered. */
  #from({ id, children }: Transcript): string {
    const numbers = children.map((child) => (child.type === 'exchange' ? child.n : ''));
    return `${this.#stamps[transcriptFile(id)]?.[3]} ${numbers.join()}`;
  }

  #rulesOf({ byHand = [], homes = new Map() }: Circumstances): string {
    return digest([this.#code, byHand, [...homes]]);
  }
}

const digest = (of: unknown): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex');

const digestOfRule = ({ description: _, path: __, names: ___, ...rule }: Topic): string =>
  digest(rule);

/** Ids of topics that came, went or have other words. */
const changed = (before: Record<string, string>, after: Record<string, string>): Set<string> =>
  new Set(Object.keys({ ...before, ...after }).filter((id) => before[id] !== after[id]));

/** Whether topics that changed may place an exchange otherwise than in its old placements. */
function movedBy(
  topics: ReadonlySet<string>,
  known: readonly Topic[],
  { byHand = [] }: Circumstances,
): (exchange: Exchange, transcript: Transcript, old: readonly Placement[]) => boolean {
  if (topics.size === 0) return () => false;
  const mentions = mentioning(known.filter(({ id }) => topics.has(id)));
  const hands = byHand.filter(({ topic }) => topics.has(topic));
  const handled = new Set(hands.map(({ exchange }) => exchange));
  return (exchange, transcript, old) =>
    old.some(({ topic }) => topics.has(topic)) ||
    handled.has(exchange.id) ||
    mentions(exchange, transcript);
}
