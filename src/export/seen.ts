import type { LedgerEvent } from '../model/ledger.ts';
import { shownVersion } from '../model/shown-version.ts';
import type { Transcript } from '../model/transcript.ts';

/** Events that change what an exchange says or where it stands; a better reading of the same bytes does not. */
const changing = new Set<LedgerEvent['event']>(['minted', 'split', 'edited', 'moved', 'restored']);

/** When the archive first saw today's words, by the ledger: instants in UTC. */
export class Seen {
  readonly #versions = new Map<string, string>();
  readonly #exchanges = new Map<string, string>();

  constructor(ledger: LedgerEvent[]) {
    for (const line of ledger) {
      if (line.event === 'version') this.#versions.set(`${line.id} ${line.version}`, line.seen);
    }
    for (const line of ledger) {
      if (!changing.has(line.event) || !('version' in line)) continue;
      const seen = this.#versions.get(`${line.id.replace(/\/[^/]*$/, '')} ${line.version}`);
      if (seen !== undefined) this.#exchanges.set(line.id, seen);
    }
  }

  /** A version of a transcript, today's if not given; null where the ledger does not tell. */
  version(transcript: Transcript, version = shownVersion(transcript)?.id): string | null {
    return this.#versions.get(`${transcript.id} ${version}`) ?? null;
  }

  /** The words of an exchange as they are today; those of its transcript where the ledger does not tell. */
  exchange(id: string, transcript: Transcript): string | null {
    return this.#exchanges.get(id) ?? this.version(transcript);
  }
}
