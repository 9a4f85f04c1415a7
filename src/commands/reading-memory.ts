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

/** A run may be killed at any page; at the same one three times it is the page. */
const strikes = 3;

/**
 * What parsing gave for each capture of a source. It lies in a folder that can be deleted and is then
 * made again; a draft is read from there only when its words are asked for.
 */
export class ReadingMemory {
  readonly #folder: string;
  readonly #rules: string;
  /** Key → how many runs ended while they read that capture. */
  readonly #ended: ReadonlyMap<string, number>;
  readonly #known: Map<string, Remembered>;
  readonly #used = new Set<string>();
  readonly #wordless = new Set<string>();

  private constructor(
    folder: string,
    rules: string,
    known: Saved['readings'],
    ended: ReadonlyMap<string, number>,
  ) {
    this.#folder = folder;
    this.#rules = rules;
    this.#ended = ended;
    this.#known = new Map(Object.entries(known));
  }

  /** What is known of the captures that were read by these rules. */
  static async open(folder: string, { rules, full }: Remembering): Promise<ReadingMemory> {
    const saved = full ? null : await readNote<Saved>(noteIn(folder));
    const ended = new Map<string, number>();
    for (const key of await readdir(marksIn(folder)).catch(() => [])) {
      const mark = await readFile(path.join(marksIn(folder), key), 'utf8').catch(() => '');
      const [by, times] = mark.split(' ');
      if (by === rules && !full) ended.set(key, Number(times));
      else await rm(path.join(marksIn(folder), key), { force: true });
    }
    const known = saved?.rules === rules ? saved.readings : {};
    return new ReadingMemory(folder, rules, known, ended);
  }

  /** What the capture of this key gave. */
  recall(key: string): Remembered | undefined {
    this.#used.add(key);
    return this.#known.get(key);
  }

  /** Note on the disk that the capture of this key is about to be read. */
  async begin(key: string): Promise<void> {
    const times = (this.#ended.get(key) ?? 0) + 1;
    await this.#attempt(() => writeFile(this.#markOf(key), `${this.#rules} ${times}`));
  }

  /** Take that back: the reading came to an end. */
  async end(key: string): Promise<void> {
    await rm(this.#markOf(key), { force: true });
  }

  /** Whether so many runs ended while they read this capture by these rules that it is taken for the cause. */
  isDeadly(key: string): boolean {
    return (this.#ended.get(key) ?? 0) >= strikes;
  }

  /** From now on the words of the capture of this key are not kept: something of its page is withheld. */
  withhold(key: string): void {
    this.#wordless.add(key);
  }

  /** Keep what a capture gave. */
  async keep(key: string, { draft, ...reading }: Reading): Promise<Remembered> {
    const text = JSON.stringify(draft);
    const digest = digestOf(text);
    const kept = draft && { digest, date: draft.date, kind: draft.kind };
    const remembered = { ...reading, draft: kept };
    this.#known.set(key, remembered);
    // Its name is its digest, so that one cut short is found out when it is read.
    if (kept && !this.#wordless.has(key))
      await this.#attempt(() => writeFile(this.#fileOf(digest), text));
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
    const drafts = new Set(
      [...this.#known].flatMap(([key, { draft }]) =>
        this.#wordless.has(key) ? [] : (draft?.digest ?? []),
      ),
    );
    await this.#attempt(async () => {
      await writeNote(noteIn(this.#folder), saved);
      const files = await readdir(draftsIn(this.#folder));
      const idle = files.filter((file) => !drafts.has(path.parse(file).name));
      for (const file of idle) await rm(path.join(draftsIn(this.#folder), file));
    });
  }

  #markOf(key: string): string {
    return path.join(marksIn(this.#folder), key);
  }

  #fileOf(digest: string): string {
    return path.join(draftsIn(this.#folder), `${digest}.json`);
  }

  /** A memory that cannot be written only costs time. */
  async #attempt(write: () => Promise<void>): Promise<void> {
    try {
      await mkdir(draftsIn(this.#folder), { recursive: true });
      await mkdir(marksIn(this.#folder), { recursive: true });
      await write();
    } catch {}
  }
}

const noteIn = (folder: string): string => path.join(folder, 'readings.json');
/** A file for each capture that is being read, named after its key: one at most, unless a run was ended by it. */
const marksIn = (folder: string): string => path.join(folder, 'marks');
const draftsIn = (folder: string): string => path.join(folder, 'drafts');
