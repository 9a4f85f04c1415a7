import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestOf, readNote, writeNote } from '../archive/note.ts';
import type { Draft } from '../model/draft.ts';
import type { Reading } from './reading.ts';

/** A reading whose draft lies in a file of its own, named after the digest of its text. */
export interface Remembered extends Omit<Reading, 'draft'> {
  draft: (Pick<Draft, 'date' | 'kind'> & { digest: string }) | null;
}

/** What was read by which rules: the digest of all that readings depend on beside the capture. */
interface Saved {
  rules: string;
  readings: Record<string, Remembered>;
}

/** How a memory is opened. */
export interface Remembering {
  /** Digest of all that a reading depends on beside the capture. */
  rules: string;
  /** Forget what is known. */
  full: boolean;
}

/**
 * What parsing gave for each capture of a source. It lies in a folder that can be deleted and is then
 * made again; a draft is read from there only when its words are asked for.
 */
export class ReadingMemory {
  readonly #folder: string;
  readonly #rules: string;
  readonly #known: Map<string, Remembered>;
  readonly #used = new Set<string>();

  private constructor(folder: string, rules: string, known: Saved['readings']) {
    this.#folder = folder;
    this.#rules = rules;
    this.#known = new Map(Object.entries(known));
  }

  /** What is known of the captures that were read by these rules. */
  static async open(folder: string, { rules, full }: Remembering): Promise<ReadingMemory> {
    const saved = full ? null : await readNote<Saved>(noteIn(folder));
    return new ReadingMemory(folder, rules, saved?.rules === rules ? saved.readings : {});
  }

  /** What the capture of this key gave. */
  recall(key: string): Remembered | undefined {
    this.#used.add(key);
    return this.#known.get(key);
  }

  /** Keep what a capture gave. */
  async keep(key: string, { draft, ...reading }: Reading): Promise<Remembered> {
    const text = JSON.stringify(draft);
    const digest = digestOf(text);
    const kept = draft && { digest, date: draft.date, kind: draft.kind };
    const remembered = { ...reading, draft: kept };
    this.#known.set(key, remembered);
    // Its name is its digest, so that one cut short is found out when it is read.
    if (kept) await this.#attempt(() => writeFile(this.#fileOf(digest), text));
    return remembered;
  }

  /** The draft of this digest; null where its file is gone or damaged. */
  async draft(digest: string): Promise<Draft | null> {
    const text = await readFile(this.#fileOf(digest), 'utf8').catch(() => '');
    return digestOf(text) === digest ? JSON.parse(text) : null;
  }

  /** Forget what was not asked for: captures that are no more. */
  forgetOthers(): void {
    for (const key of this.#known.keys()) if (!this.#used.has(key)) this.#known.delete(key);
  }

  /** Leave what is known for the next run, and no other draft. */
  async save(): Promise<void> {
    const saved: Saved = { rules: this.#rules, readings: Object.fromEntries(this.#known) };
    const drafts = new Set([...this.#known.values()].flatMap(({ draft }) => draft?.digest ?? []));
    await this.#attempt(async () => {
      await writeNote(noteIn(this.#folder), saved);
      const files = await readdir(draftsIn(this.#folder));
      const idle = files.filter((file) => !drafts.has(path.parse(file).name));
      for (const file of idle) await rm(path.join(draftsIn(this.#folder), file));
    });
  }

  #fileOf(digest: string): string {
    return path.join(draftsIn(this.#folder), `${digest}.json`);
  }

  /** A memory that cannot be written only costs time. */
  async #attempt(write: () => Promise<void>): Promise<void> {
    try {
      await mkdir(draftsIn(this.#folder), { recursive: true });
      await write();
    } catch {}
  }
}

const noteIn = (folder: string): string => path.join(folder, 'readings.json');
const draftsIn = (folder: string): string => path.join(folder, 'drafts');
