import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readNote, writeNote } from '../archive/note.ts';
import { type Stamps, stampsOf } from '../archive/stamps.ts';
import { transcriptFile } from '../archive/transcripts.ts';
import type { Grounds } from '../ledger/grounds.ts';

/** What settling left of a transcript: the digests of what it rested on and of its files, and how many exchanges. */
type Left = [grounds: string, files: string, exchanges: number];

/** What the last settling of a source left. */
interface Saved {
  /** Digest of the code that settles. */
  code: string;
  /** Of the files below `transcripts/<source>` and `versions/<source>`. */
  stamps: [transcripts: Stamps, versions: Stamps];
  transcripts: Record<string, Left>;
}

/** Where a source's memory lies, and what it is about. */
export interface SettledPlace {
  content: string;
  source: string;
  /** Folder of the notes. */
  folder: string;
  code: string;
  /** Forget what is known. */
  full: boolean;
}

/**
 * Which transcripts of a source settling would leave as they are: those that rest on the same as last
 * time, and whose files are still those that were written then.
 */
export class SettledMemory {
  readonly #place: SettledPlace;
  readonly #saved: Saved;
  /** When that was written down. */
  readonly #at: number;

  private constructor(place: SettledPlace, saved: Saved | null, at: number) {
    this.#place = place;
    this.#saved = saved ?? { code: place.code, stamps: [{}, {}], transcripts: {} };
    this.#at = at;
  }

  /** What the last settling of a source by this code left. */
  static async open(place: SettledPlace): Promise<SettledMemory> {
    const file = noteIn(place);
    const saved = place.full ? null : await readNote<Saved>(file);
    if (saved?.code !== place.code) return new SettledMemory(place, null, 0);
    return new SettledMemory(place, saved, (await stat(file)).mtimeMs);
  }

  /** The ids of those transcripts, and how many exchanges each has. */
  staying(grounds: ReadonlyMap<string, Grounds>): Map<string, number> {
    const filesOf = digestsIn(this.#stamps());
    return new Map(
      Object.entries(this.#saved.transcripts).flatMap(([id, [rested, files, exchanges]]) =>
        grounds.get(id)?.digest === rested && filesOf(id) === files ? [[id, exchanges]] : [],
      ),
    );
  }

  /** Leave for the next run what stands now: the exchanges of each transcript that nothing holds back. */
  async save(
    grounds: ReadonlyMap<string, Grounds>,
    exchanges: Iterable<[id: string, count: number]>,
  ): Promise<void> {
    const stamps = this.#stamps();
    const filesOf = digestsIn(stamps);
    const transcripts: Saved['transcripts'] = {};
    for (const [id, count] of exchanges) {
      const rests = grounds.get(id);
      if (rests) transcripts[id] = [rests.digest, filesOf(id), count];
    }
    const saved: Saved = { code: this.#place.code, stamps, transcripts };
    // A memory that cannot be written only costs time.
    await writeNote(noteIn(this.#place), saved).catch(() => {});
  }

  #stamps(): Saved['stamps'] {
    const { content, source } = this.#place;
    const [transcripts, versions] = this.#saved.stamps;
    const at = this.#at;
    return [
      stampsOf(path.join(content, 'transcripts', source), { stamps: transcripts, at }),
      stampsOf(path.join(content, 'versions', source), { stamps: versions, at }),
    ];
  }
}

const noteIn = ({ folder }: SettledPlace): string => path.join(folder, 'settled.json');

/** The digests of a transcript's files, as one text. */
const digestsIn =
  (stamps: Saved['stamps']) =>
  (id: string): string => {
    const file = transcriptFile(id).split('/').slice(2).join('/');
    return stamps.map((of) => of[file]?.[3] ?? '').join(' ');
  };
