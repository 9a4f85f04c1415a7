import { createHash } from 'node:crypto';
import type { Placement, Topic } from '../model/topic.ts';
import type { Transcript } from '../model/transcript.ts';
import { type Circumstances, place } from '../topics/place.ts';
import type { Stamps } from './stamps.ts';
import { transcriptFile } from './transcripts.ts';

/** The placements of a transcript's exchanges, and what they were found in: the file's digest and the exchanges' numbers. */
type Remembered = [from: string, placed: [exchange: string, placements: Placement[]][]];

/** Placements as kept between two gatherings. */
export interface SavedPlacements {
  /** Digest of all that places beside the words: topics, hands, homes, code. */
  rules: string;
  transcripts: Record<string, Remembered>;
}

/** Placing takes a third of gathering, and of an archive of decades nearly all stays as it was. */
export class PlacementMemory {
  readonly #code: string;
  readonly #stamps: Stamps;
  #saved: SavedPlacements;

  /** `code` stands for the code that places; `stamps` are those of the content folder. */
  constructor(code: string, stamps: Stamps, saved: SavedPlacements | null) {
    this.#code = code;
    this.#stamps = stamps;
    this.#saved = saved ?? { rules: '', transcripts: {} };
  }

  /** What to keep for the next gathering. */
  get saved(): SavedPlacements {
    return this.#saved;
  }

  /** Every placement, as `place` gives it; words are looked at only where a file or the rules changed. */
  place(
    transcripts: readonly Transcript[],
    topics: Iterable<Topic>,
    circumstances: Circumstances,
  ): Map<string, Placement[]> {
    const known = [...topics];
    const rules = this.#rulesOf(known, circumstances);
    const before = rules === this.#saved.rules ? this.#saved.transcripts : {};
    const isNew = (it: Transcript) => before[it.id]?.[0] !== this.#from(it);
    const fresh = place(transcripts.filter(isNew), known, circumstances);
    const after: SavedPlacements = { rules, transcripts: {} };
    for (const it of transcripts) {
      const same = isNew(it) ? undefined : before[it.id];
      after.transcripts[it.id] = same ?? [this.#from(it), placedIn(it, fresh)];
    }
    this.#saved = after;
    return new Map(transcripts.flatMap(({ id }) => after.transcripts[id]?.[1] ?? []));
  }

  /** The numbers too, for what is withheld leaves the file as it is and must not be remembered. */
  #from({ id, children }: Transcript): string {
    const numbers = children.map((child) => (child.type === 'exchange' ? child.n : ''));
    return `${this.#stamps[transcriptFile(id)]?.[3]} ${numbers.join()}`;
  }

  #rulesOf(topics: Topic[], { byHand = [], homes = new Map() }: Circumstances): string {
    const rules = topics.map(({ description: _, path: __, names: ___, ...rule }) => rule);
    return createHash('sha256')
      .update(JSON.stringify([this.#code, rules, byHand, [...homes]]))
      .digest('hex');
  }
}

const placedIn = (
  { children }: Transcript,
  placements: ReadonlyMap<string, Placement[]>,
): Remembered[1] =>
  children.flatMap((child) => {
    const own = child.type === 'exchange' ? placements.get(child.id) : undefined;
    return child.type === 'exchange' && own ? [[child.id, own]] : [];
  });
